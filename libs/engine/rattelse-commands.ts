import type { Text } from '@hemgang/kernel';
import { z } from 'zod';
import { defineCommand, type CommandDeclaration } from './command';
import { factSchemas } from './correctable';
import { eventField, freeText } from './payload';
import { CORRECT, EVENT_MAKERS, MAKULERA } from './rattelse';
import type { WorkflowDefinition } from './workflow';

const WHO: Text = {
  sv: 'Görs av den enhet som registrerade händelsen, eller av den som har tagit över efter den.',
  en: 'Done by the unit that entered the event, or by the one that has taken over from it.',
};

/** Correcting a fact that an earlier event told. Its fields are the facts of the workflow. */
function correct(schemas: ReturnType<typeof factSchemas>): CommandDeclaration {
  const named = Object.entries(schemas).map(([name, schema]) => [name, schema.optional()]);
  const payload = z
    .strictObject({
      event: eventField,
      ...(Object.fromEntries(named) as Record<string, z.ZodOptional>),
      reason: freeText,
    })
    .refine(
      (given: Readonly<Record<string, unknown>>) =>
        Object.keys(schemas).some((name) => given[name] !== undefined),
      {
        error: 'no fact is corrected',
      },
    );
  const [first = ''] = Object.keys(schemas);
  return defineCommand<unknown, Record<string, unknown>>({
    name: CORRECT,
    to: EVENT_MAKERS,
    payload,
    content: ['reason'],
    roles: [],
    makulera: 'marks',
    label: { sv: 'Rätta en uppgift', en: 'Correct a fact' },
    consequence: {
      sv: 'Den gamla uppgiften står kvar och den nya gäller från nu. Tidsgränser räknas om, och de som fick uppgiften får rättelsen.',
      en: 'The old fact stays visible and the new one holds from now on. Due times are computed again, and those who got the fact get the correction.',
    },
    possibleWhen: WHO,
    rule: 'PDL 3:14',
    refuse: [],
    example: {
      event: 1,
      [first]: '2026-03-02T07:30:00.000Z',
      reason: 'Fel tid i journalen.',
    },
  });
}

const makulera = defineCommand<unknown, { event: number; reason: string }>({
  name: MAKULERA,
  to: EVENT_MAKERS,
  payload: z.strictObject({ event: eventField, reason: freeText }),
  content: ['reason'],
  roles: [],
  makulera: {
    refused: {
      sv: 'En makulering går inte att makulera. Registrera händelsen på nytt i stället.',
      en: 'A makulering cannot be struck. Enter the event anew instead.',
    },
  },
  label: { sv: 'Makulera en händelse', en: 'Strike an event' },
  consequence: {
    sv: 'Händelsen stryks över men syns. Det som den ledde till tas tillbaka, och de som fick den får veta varför.',
    en: 'The event is struck through but stays visible. What it led to is taken back, and those who got it are told why.',
  },
  possibleWhen: WHO,
  rule: 'PDL 3:14',
  refuse: [],
  example: { event: 4, reason: 'Registrerat på fel patient.' },
});

/** Rättelser of what was recorded. A type none of whose facts can be corrected takes no correction. */
export function rattelseCommands({ machines }: WorkflowDefinition): readonly CommandDeclaration[] {
  const schemas = factSchemas(machines.map(({ correctable }) => correctable ?? {}));
  return Object.keys(schemas).length === 0 ? [makulera] : [correct(schemas), makulera];
}
