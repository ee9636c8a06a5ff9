import { SAME_NUMBER } from '../play.testing';
import { patient, socialNeeds, Stay, unknown } from '../stay.testing';
import { admitted, physician, type RefusalRow } from './situations.testing';

const admittedUnknown = () =>
  new Stay().give('2026-03-02 08:00', 'admit', { patient: unknown, needs: socialNeeds, physician });

const identified = (number: string) =>
  admittedUnknown().give('2026-03-02 10:00', 'identify-patient', {
    patient: { ...patient, number },
  });

const split = { patient: unknown, reason: 'Fel person.' };

export const identityRefusals: readonly RefusalRow[] = [
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
    'move-wrong-person',
    'Ärendet gäller redan den personen.',
    { stay: admitted, payload: { ...split, patient: { ...patient, number: SAME_NUMBER } } },
    { stay: admitted, payload: { ...split, patient } },
  ],
];
