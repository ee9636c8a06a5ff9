import { dateField, defineCommand, idField, lineText, municipalityField } from '@hemgang/engine';
import { MUNICIPAL } from '@workflows/handover';
import { z } from 'zod';
import type { DischargeContext } from '../context';
import { BASES, MUNICIPALITY_ROLES, type Basis, type MunicipalityRole } from '../municipalities';
import { fits, registered } from './patient';
import type { Refusal } from './refusals';
import { to, WARD } from './ward';

const changeFolkbokforingPayload = z
  .strictObject({
    ...registered,
    from: dateField,
    address: lineText.optional(),
    /** Another hälsocentral than before; absent: as it was. */
    listedAt: idField.optional(),
  })
  .refine(fits, { error: 'a municipality without folkbokföring' })
  .refine(({ municipality, registration }) => municipality ?? registration, {
    error: 'neither a municipality nor another registration',
  });

const changeFolkbokforing = defineCommand<
  DischargeContext,
  z.output<typeof changeFolkbokforingPayload>
>({
  name: 'change-folkbokforing',
  to,
  payload: changeFolkbokforingPayload,
  content: ['registration', 'address', 'listedAt'],
  undisclosed: ['registration', 'listedAt'],
  patient: 'registered',
  lookups: { listed: ({ listedAt }) => listedAt },
  roles: WARD,
  label: { sv: 'Ändra folkbokföring', en: 'Change the registration of residence' },
  consequence: {
    sv: 'Från dagen ändras vem som betalar och ger kommunal hälso- och sjukvård. Kommunen som beslutar är densamma tills ärendet har flyttats över. Mottagarna får den nya adressen och ska kvittera.',
    en: 'From that day another municipality pays and gives health care. The one that decides stays until the case has been moved. The receivers get the new address and must acknowledge.',
  },
  possibleWhen: {
    sv: 'Görs av avdelningen när folkbokföringen är känd eller ändras.',
    en: 'Done by the ward when the registration becomes known or changes.',
  },
  rule: '2017:612 5:2',
  refuse: [],
  makulera: {
    refused: {
      sv: 'Ange den rätta folkbokföringen på nytt i stället.',
      en: 'Enter the right registration anew instead.',
    },
  },
  example: { municipality: '2460', from: '2026-03-04', address: 'Järnvägsgatan 4, 911 31 Vännäs' },
});

const wrongBasis: Refusal<{ readonly role: MunicipalityRole; readonly basis: Basis }> = {
  when: (_context, request) =>
    request !== null &&
    !(BASES[request.payload.role] as readonly Basis[]).includes(request.payload.basis),
  why: {
    sv: 'Den rollen kan inte vila på den regeln.',
    en: 'That role cannot rest on that rule.',
  },
  rule: 'SoL 29:1',
};

const assignMunicipalityPayload = z.strictObject({
  role: z.enum(MUNICIPALITY_ROLES),
  municipality: municipalityField,
  from: dateField,
  basis: z.enum(Object.values(BASES).flat()),
});

const assignMunicipality = defineCommand<
  DischargeContext,
  z.output<typeof assignMunicipalityPayload>
>({
  name: 'assign-municipality',
  to,
  payload: assignMunicipalityPayload,
  content: [],
  roles: [...WARD, ...MUNICIPAL],
  by: ({ unit, receivers }) => [unit, ...receivers.map((receiver) => receiver.unit)],
  label: { sv: 'Ange ansvarig kommun', en: 'Say which municipality is responsible' },
  consequence: {
    sv: 'Alla parter ser vilken kommun som har rollen, från vilken dag och enligt vilken regel.',
    en: 'All parties see which municipality has the role, from which day and by which rule.',
  },
  possibleWhen: {
    sv: 'Görs av avdelningen eller av en kommun som är mottagare.',
    en: 'Done by the ward or by a municipality that is a receiver.',
  },
  rule: 'SoL 29:1',
  refuse: [wrongBasis],
  makulera: {
    refused: {
      sv: 'Ange den rätta kommunen på nytt i stället.',
      en: 'Enter the right municipality anew instead.',
    },
  },
  example: { role: 'executes', municipality: '2460', from: '2026-03-09', basis: 'SoL 29:5' },
});

/** Which municipality is responsible for what. */
export const municipalityCommands = [changeFolkbokforing, assignMunicipality];
