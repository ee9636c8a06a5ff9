import type { Reader } from '@hemgang/access';
import type { CommandDeclaration, WorkflowDefinition } from '@hemgang/engine';
import type { Refusal } from '@hemgang/kernel';

/** Lets a program look at what its unit may see. */
const READ = 'read';

/**
 * The family of a command: the group of machines it is given to, which for the main machine is the
 * type of the case. Null: only a person gives it. That is so where its declaration says it, where the
 * giver attests something, and for what people do with duties and with what others have entered.
 */
function familyOf({ machines }: WorkflowDefinition, command: CommandDeclaration): string | null {
  if (command.byPerson === true || command.attests !== undefined) return null;
  return machines.some(({ group }) => group === command.to) ? command.to : null;
}

/** Every scope that a program can be given, from the declarations. */
export function scopesOf(definitions: readonly WorkflowDefinition[]): readonly string[] {
  const families = definitions.flatMap((definition) =>
    [definition.open, ...definition.commands].flatMap(
      (command) => familyOf(definition, command) ?? [],
    ),
  );
  return [READ, ...new Set(families)];
}

/** Why a program may not give the command; null: it may, as far as its scopes go, or is a person. */
export function scopeRefusal(
  { scopes }: Reader,
  definition: WorkflowDefinition,
  command: CommandDeclaration,
): Refusal | null {
  if (scopes === undefined) return null;
  const family = familyOf(definition, command);
  if (family === null) return { code: 'PERSON_NEEDED' };
  return scopes.includes(family) ? null : { code: 'SCOPE_MISSING', members: { scope: family } };
}
