import { areOfOneHuvudman, defineCommand, idField } from '@hemgang/engine';
import { OPEN_CARE_KINDS } from '@workflows/handover';
import { z } from 'zod';
import type { DischargeContext } from '../context';
import type { Refusal } from './refusals';
import { to } from './ward';

const nameCoordinatorPayload = z.strictObject({ unit: idField });

type Named = z.output<typeof nameCoordinatorPayload>;

const municipalReceivers = ({ receivers }: DischargeContext): string[] =>
  receivers.filter(({ kind }) => !OPEN_CARE_KINDS.includes(kind)).map(({ unit }) => unit);

const notOfTheMunicipality: Refusal<Named> = {
  when: (context, request) => {
    if (request === null || !('unit' in request.actor)) return false;
    const { unit } = request.payload;
    const isOwn = areOfOneHuvudman(request.given, unit, request.actor.unit);
    return !isOwn || !municipalReceivers(context).includes(unit);
  },
  why: {
    sv: 'Samordnaren ska vara en av kommunens egna enheter i ärendet.',
    en: "The coordinator must be one of the municipality's own units in the case.",
  },
  rule: 'avtal samlat-svar',
};

const patientHasLeft: Refusal<unknown> = {
  when: ({ leftAt, diedAt }) => leftAt !== null || diedAt !== null,
  why: {
    sv: 'Patienten har lämnat avdelningen.',
    en: 'The patient has left the ward.',
  },
  rule: 'avtal samlat-svar',
};

const nameCoordinator = defineCommand<DischargeContext, Named>({
  name: 'name-coordinator',
  to,
  payload: nameCoordinatorPayload,
  content: [],
  lookups: { huvudman: ({ unit }) => [unit] },
  roles: ['municipal-coordinator', 'municipal-nurse'],
  by: municipalReceivers,
  label: { sv: 'Utse samordnande enhet i kommunen', en: 'Name the coordinating unit' },
  consequence: {
    sv: 'Kommunens samlade svar visas med den här enheten som kontakt. Den kan fråga de andra enheterna men inte bestämma åt dem.',
    en: "The municipality's joint answer is shown with this unit as its contact. It may ask the other units, not decide for them.",
  },
  possibleWhen: {
    sv: 'Görs av kommunens enheter medan patienten är kvar på avdelningen.',
    en: 'Done by the units of the municipality while the patient is on the ward.',
  },
  rule: 'avtal samlat-svar',
  refuse: [patientHasLeft, notOfTheMunicipality],
  makulera: {
    refused: {
      sv: 'Utse en annan samordnande enhet i stället.',
      en: 'Name another coordinating unit instead.',
    },
  },
  example: { unit: 'umea-bistand-norr' },
});

/** How several units of one side speak with one voice. */
export const cooperationCommands = [nameCoordinator];
