import { definitionOf } from '@hemgang/engine';
import { discharge } from './index';
import { everythingKnown } from './play.testing';
import { allNeeds, at, patient, socialNeeds, Stay, unknown } from './stay.testing';

const physician = 'Karin Åström';
const EXPECTED = at('2026-03-06 12:00');
const NOON = '2026-03-02 12:00';

const admitted = (needs = socialNeeds, known = everythingKnown) =>
  new Stay(known).give('2026-03-02 08:00', 'admit', { patient, needs, physician });

const admittedUnknown = () =>
  new Stay().give('2026-03-02 08:00', 'admit', { patient: unknown, needs: socialNeeds, physician });

const identified = (number: string) =>
  admittedUnknown().give('2026-03-02 10:00', 'identify-patient', {
    patient: { ...patient, number },
  });

const split = { patient: unknown, reason: 'Fel person.' };

const unjudged = () => new Stay().give('2026-03-02 08:00', 'admit', { patient });

const told = (needs = socialNeeds, receivers = ['umea-bistand']) =>
  admitted(needs).give('2026-03-02 09:00', 'send-inskrivningsmeddelande', {
    receivers,
    expectedDischargeAt: EXPECTED,
  });

const toldBoth = () => told(allNeeds, ['umea-bistand', 'hc-mariehem']);

/** The hälsocentral sent the notice back. */
const openCareReturned = () =>
  toldBoth().give('2026-03-02 10:00', 'reject', { reason: 'Ej listad.' }, { handover: 'h2-2' });

const notice = (receivers: string[], expectedDischargeAt = EXPECTED) => ({
  receivers,
  expectedDischargeAt,
});
const judged = (when: string) => ({ physician, judgedAt: at(when) });

interface Case {
  readonly stay: () => Stay;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** One row per rule of a command: what it refuses and what it lets through. */
const rows: readonly (readonly [command: string, why: string, no: Case, yes: Case])[] = [
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
  [
    'mark-utskrivningsklar',
    'Skicka inskrivningsmeddelandet först, så att det finns mottagare.',
    { stay: admitted, payload: judged('2026-03-02 11:00') },
    { stay: told, payload: judged('2026-03-02 11:00') },
  ],
  [
    'mark-utskrivningsklar',
    'Bedömningen kan inte vara gjord före inskrivningen eller i framtiden.',
    { stay: told, payload: judged('2026-03-02 12:01') },
    { stay: told, payload: judged(NOON) },
  ],
  [
    'send-utskrivningsinformation',
    'Skicka inskrivningsmeddelandet först, så att det finns mottagare.',
    { stay: admitted, payload: { way: 'here', text: 'Går med rollator.' } },
    { stay: told, payload: { way: 'here', text: 'Går med rollator.' } },
  ],
  [
    'readdress',
    'Det finns inget felsänt meddelande med den beteckningen.',
    { stay: openCareReturned, payload: { replaces: 'h2-1', unit: 'hc-vannas' } },
    { stay: openCareReturned, payload: { replaces: 'h2-2', unit: 'hc-vannas' } },
  ],
  [
    'readdress',
    'Enheten kan inte ta emot en patient eller har redan fått meddelandet.',
    { stay: openCareReturned, payload: { replaces: 'h2-2', unit: 'nus-ortopedi-1' } },
    { stay: openCareReturned, payload: { replaces: 'h2-2', unit: 'hc-mariehem' } },
  ],
  [
    'readdress',
    'Enheten kan inte ta emot en patient eller har redan fått meddelandet.',
    { stay: openCareReturned, payload: { replaces: 'h2-2', unit: 'umea-bistand' } },
    { stay: openCareReturned, payload: { replaces: 'h2-2', unit: 'nus-geriatrik' } },
  ],
  [
    'readdress',
    'När kommunal hälso- och sjukvård behövs ska också en hälsocentral eller annan öppenvård få meddelandet.',
    { stay: openCareReturned, payload: { replaces: 'h2-2', unit: 'vannas-bistand' } },
    { stay: openCareReturned, payload: { replaces: 'h2-2', unit: 'nus-geriatrik' } },
  ],
  [
    'identify-patient',
    'Patienten har redan ett personnummer. Gäller ärendet fel person ska det flyttas till rätt patient.',
    { stay: admitted, payload: { patient } },
    { stay: admittedUnknown, payload: { patient } },
  ],
  [
    'identify-patient',
    'Ett reservnummer säger inte vem patienten är. Ange personnummer eller samordningsnummer.',
    { stay: admittedUnknown, payload: { patient: { ...unknown, number: 'VB2026-000124' } } },
    { stay: admittedUnknown, payload: { patient } },
  ],
  [
    'split-patient',
    'Ärendet har inte lagts ihop med en annan person.',
    { stay: () => identified('19350704-9821'), payload: split },
    { stay: () => identified(patient.number), payload: split },
  ],
  [
    'split-patient',
    'Patienten är åter okänd: ange reservnumret. Är det känt vem det är ska ärendet flyttas till rätt patient.',
    { stay: () => identified(patient.number), payload: { ...split, patient } },
    { stay: () => identified(patient.number), payload: split },
  ],
  [
    'discharge',
    'En läkare måste först ha bedömt patienten som utskrivningsklar.',
    { stay: told, payload: {} },
    {
      stay: () =>
        told().give('2026-03-02 11:00', 'mark-utskrivningsklar', judged(NOON.replace('12', '10'))),
      payload: {},
    },
  ],
  [
    'acknowledge',
    'Meddelandet är redan kvitterat eller finns inte i ärendet.',
    { stay: told, payload: { messages: ['m2', 'm1'] } },
    { stay: told, payload: { messages: ['m2'] } },
  ],
  [
    'state-can-receive-from',
    'Tidpunkten då ni kan ta emot kan inte ligga före beskedet.',
    { stay: told, payload: { canReceiveFrom: at('2026-03-02 11:59') } },
    { stay: told, payload: { canReceiveFrom: at(NOON) } },
  ],
  [
    'report-ready',
    'Tidpunkten då ni kan ta emot kan inte ligga före beskedet.',
    { stay: told, payload: { canReceiveFrom: at('2026-03-02 11:59') } },
    { stay: told, payload: {} },
  ],
];

const ask = (name: string, { stay, payload }: Case) => {
  const played = stay();
  const events = played.log.length;
  const answer = played.ask({ name, payload, recordedAt: at(NOON) });
  return { answer, written: played.log.length - events };
};

describe('a rule refuses, and lets through what it does not mean', () => {
  it.each(rows)('%s: %s', (command, why, no, yes) => {
    const refused = ask(command, no);
    expect(refused.answer).toMatchObject({ kind: 'refused', because: 'rule', why: { sv: why } });
    expect(refused.written).toBe(0);
    expect(ask(command, yes)).toMatchObject({ answer: { kind: 'played' }, written: 1 });
  });

  it('and every rule of every command is among these', () => {
    const declared = [discharge.open, ...discharge.commands].flatMap(({ name, refuse }) =>
      refuse.map(({ why }) => `${name}: ${why.sv}`),
    );
    const tried = rows.map(([command, why]) => `${command}: ${why}`);
    expect([...new Set(tried)].sort()).toEqual([...new Set(declared)].sort());
  });
});

describe('nothing that is asked about the present needs a payload', () => {
  it('so that the screen can tell what is possible', () => {
    for (const { refuse, to } of discharge.commands) {
      for (const { when } of refuse) {
        for (const stay of [admitted(), toldBoth()]) {
          for (const { context, kind } of Object.values(stay.state.machines)) {
            if (definitionOf(discharge, kind).group !== to) continue;
            expect([true, false]).toContain(when(context, null));
          }
        }
      }
    }
  });
});
