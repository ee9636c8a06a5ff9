import type { AllowedCommand, CaseEvent } from '../api/types';
import type { OutgoingCommand } from '../api/commands';
import type { Values } from '../form/values';

/** A command whose form is open; a rättelse is about an event. */
export interface Chosen {
  readonly command: AllowedCommand;
  readonly event: CaseEvent | null;
  /** What the page has filled in where the command was chosen. */
  readonly filled?: Filled;
}

/** A form that is opened from another place of the page than the list of commands. */
interface Filled {
  /** The button that opened it; it gets the focus back when the form is left. */
  readonly button: string;
  /** What it is about; null: what the command says is enough. */
  readonly title: string | null;
  /** Fields that are not asked for. */
  readonly body: OutgoingCommand['body'];
  /** What stands in the others from the start. */
  readonly values: Values;
}
