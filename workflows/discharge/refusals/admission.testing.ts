import { everythingKnown } from '../play.testing';
import { allNeeds, at, socialNeeds } from '../stay.testing';
import {
  admitted,
  unjudged,
  told,
  notice,
  judged,
  physician,
  NOON,
  type RefusalRow,
} from './situations.testing';

export const admissionRefusals: readonly RefusalRow[] = [
  [
    'judge-need',
    'Bedömningen kan inte vara gjord före inskrivningen eller i framtiden.',
    { stay: unjudged, payload: { needs: allNeeds, ...judged('2026-03-02 07:59') } },
    { stay: unjudged, payload: { needs: allNeeds, ...judged('2026-03-02 08:00') } },
  ],
  [
    'judge-need',
    'Bedömningen kan inte vara gjord före inskrivningen eller i framtiden.',
    { stay: unjudged, payload: { needs: allNeeds, ...judged('2026-03-02 12:01') } },
    { stay: unjudged, payload: { needs: allNeeds, physician } },
  ],
  [
    'send-inskrivningsmeddelande',
    'En av mottagarna finns inte eller kan inte ta emot en patient.',
    { stay: admitted, payload: notice(['umea-bistand', 'nowhere']) },
    { stay: admitted, payload: notice(['umea-bistand']) },
  ],
  [
    'send-inskrivningsmeddelande',
    'En av mottagarna finns inte eller kan inte ta emot en patient.',
    { stay: admitted, payload: notice(['nus-ortopedi-1']) },
    { stay: admitted, payload: notice(['nus-geriatrik']) },
  ],
  [
    'send-inskrivningsmeddelande',
    'När kommunal hälso- och sjukvård behövs ska också en hälsocentral eller annan öppenvård få meddelandet.',
    { stay: () => admitted(allNeeds), payload: notice(['umea-bistand', 'umea-hemsjukvard']) },
    { stay: () => admitted(allNeeds), payload: notice(['umea-hemsjukvard', 'hc-mariehem']) },
  ],
  [
    'send-inskrivningsmeddelande',
    'Inskrivningsmeddelandet ska innehålla namn, personnummer och folkbokföringsadress. Fyll i det som saknas.',
    {
      stay: () => admitted(socialNeeds, { ...everythingKnown, number: false }),
      payload: notice(['umea-bistand']),
    },
    { stay: admitted, payload: notice(['umea-bistand']) },
  ],
  [
    'send-inskrivningsmeddelande',
    'Inskrivningsmeddelandet ska innehålla namn, personnummer och folkbokföringsadress. Fyll i det som saknas.',
    {
      stay: () => admitted(socialNeeds, { ...everythingKnown, address: false }),
      payload: notice(['umea-bistand']),
    },
    {
      stay: () => admitted(socialNeeds, { ...everythingKnown, address: false }),
      payload: { ...notice(['umea-bistand']), folkbokforingsadress: 'Storgatan 12, Umeå' },
    },
  ],
  [
    'send-inskrivningsmeddelande',
    'Den beräknade tidpunkten för utskrivning kan inte redan ha passerat.',
    { stay: admitted, payload: notice(['umea-bistand'], at('2026-03-02 11:59')) },
    { stay: admitted, payload: notice(['umea-bistand'], at(NOON)) },
  ],
  [
    'change-expected-discharge',
    'Den beräknade tidpunkten för utskrivning kan inte redan ha passerat.',
    { stay: told, payload: { expectedDischargeAt: at('2026-03-01 12:00') } },
    { stay: told, payload: { expectedDischargeAt: at('2026-03-03 12:00') } },
  ],
];
