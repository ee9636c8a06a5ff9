import { overlayCommands, type CommandDeclaration } from '@hemgang/engine';
import type { RegisteredWorkflow } from '../registry';

/** Who may give a command, as its declaration says: the rows that the policy does not write by hand. */
export interface CommandRow {
  readonly type: string;
  readonly command: CommandDeclaration;
  /** It opens the case: whoever gives it is a party from then on. */
  readonly opens: boolean;
}

/** Every command of a type of case, the opening one first. */
export function commandRows({ definition }: RegisteredWorkflow): readonly CommandRow[] {
  const { type, open, commands } = definition;
  return [open, ...commands, ...overlayCommands(definition)].map((command) => ({
    type,
    command,
    opens: command === open,
  }));
}
