import { z } from 'zod';
import { afterwardsCommands } from './afterwards-commands';
import { defineCommand, type CommandDeclaration, type RefuseRule } from './command';
import { idField } from './payload';
import { rattelseCommands } from './rattelse-commands';
import type { WorkflowDefinition } from './workflow';

/** Group that these commands are addressed to: any unit that owns the named duty. */
export const DUTY_OWNERS = 'duty';

const payload = z.strictObject({ duty: idField });
const example = { duty: 'h2-1.svar.2' };

const makulera = {
  refused: {
    sv: 'Vem som har tagit uppgiften ändras genom att lämna tillbaka den eller ta den.',
    en: 'Who has taken a duty is changed by handing it back or taking it.',
  },
};

const take = defineCommand<unknown, z.output<typeof payload>>({
  name: 'take',
  to: DUTY_OWNERS,
  payload,
  content: [],
  roles: [],
  label: { sv: 'Jag tar den här uppgiften', en: 'I take this duty' },
  consequence: {
    sv: 'Ditt namn visas vid uppgiften. Enheten har fortfarande ansvaret.',
    en: 'Your name is shown at the duty. The unit is still responsible.',
  },
  possibleWhen: {
    sv: 'Kan göras av den enhet som har en öppen uppgift i ärendet.',
    en: 'Possible for a unit that has an open duty in the case.',
  },
  rule: 'avtal kvittens',
  refuse: [],
  makulera,
  example,
});

const handOnPayload = z.strictObject({ duty: idField, to: idField });

const notAtTheUnit: RefuseRule<unknown, z.output<typeof handOnPayload>> = {
  when: (_context, request) => {
    if (request === null || !('unit' in request.actor)) return false;
    const unitsOf = (request.given['staff'] ?? {}) as Readonly<Record<string, readonly string[]>>;
    return unitsOf[request.payload.to]?.includes(request.actor.unit) !== true;
  },
  why: {
    sv: 'Uppgiften kan bara lämnas till någon som arbetar på er enhet.',
    en: 'The duty can only be handed to somebody who works at your unit.',
  },
  rule: 'avtal kvittens',
};

const handOn = defineCommand<unknown, z.output<typeof handOnPayload>>({
  name: 'hand-on',
  to: DUTY_OWNERS,
  payload: handOnPayload,
  content: [],
  lookups: { staff: ({ to }) => [to] },
  roles: [],
  label: { sv: 'Lämna uppgiften till en kollega', en: 'Hand the duty to a colleague' },
  consequence: {
    sv: 'Kollegans namn visas vid uppgiften. Enheten har fortfarande ansvaret.',
    en: "Your colleague's name is shown at the duty. The unit is still responsible.",
  },
  possibleWhen: take.possibleWhen,
  rule: 'avtal kvittens',
  refuse: [notAtTheUnit],
  makulera,
  example: { duty: 'h2-1.svar.2', to: 'maria-forsberg' },
});

const release = defineCommand<unknown, z.output<typeof payload>>({
  name: 'release',
  to: DUTY_OWNERS,
  payload,
  content: [],
  roles: [],
  label: { sv: 'Lämna tillbaka uppgiften', en: 'Hand the duty back' },
  consequence: {
    sv: 'Uppgiften tillhör enheten igen, utan namn.',
    en: 'The duty belongs to the unit again, without a name.',
  },
  possibleWhen: {
    sv: 'Kan göras när någon på enheten har tagit uppgiften.',
    en: 'Possible when somebody at the unit has taken the duty.',
  },
  rule: 'avtal kvittens',
  refuse: [],
  makulera,
  example,
});

/** Who at the unit has a duty in hand: the same in every type of case. */
const dutyCommands: readonly CommandDeclaration[] = [take, handOn, release];

const overlays = new WeakMap<WorkflowDefinition, readonly CommandDeclaration[]>();

/** Commands that every type of case takes besides its own; a correction names its own facts. */
export function overlayCommands(workflow: WorkflowDefinition): readonly CommandDeclaration[] {
  const known = overlays.get(workflow);
  if (known !== undefined) return known;
  const commands = [...dutyCommands, ...afterwardsCommands, ...rattelseCommands(workflow)];
  overlays.set(workflow, commands);
  return commands;
}

/** A command by its name: the opening one, one of the workflow's own, or one that every case takes. */
export function commandOf(
  workflow: WorkflowDefinition,
  name: string,
): CommandDeclaration | undefined {
  const { open, commands } = workflow;
  return [open, ...commands, ...overlayCommands(workflow)].find((command) => command.name === name);
}
