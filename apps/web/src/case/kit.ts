import type { Answer } from '../api/answer';
import type { OutgoingCommand } from '../api/commands';
import type { AllowedCommand, AnyCase, CasePath, Duty, Me } from '../api/types';
import type { Ties } from '../form/command-form';
import type { Picks } from '../form/picks';
import type { Values } from '../form/values';
import type { Language } from '../language';
import type { Side } from './side';
import type { Named } from './unit-names';

/** What a form offers to pick, and what is filled in from the start. */
export interface Offered {
  readonly picks: Picks;
  readonly initial: Values;
  readonly ties?: Ties;
}

/** What a type of case knows that the parts of its page share with all other types. */
export interface CaseKit<View extends AnyCase> {
  readonly path: CasePath;
  /** Whose duty it is. */
  readonly sideOf: (duty: Duty, view: View) => Side;
  /** What a command is for, where the unit may have several; null when there is no doubt. */
  readonly targetOf: (command: AllowedCommand, view: View) => string | null;
  /** What its forms offer beside units, colleagues and duties. */
  readonly offered: (command: AllowedCommand, view: View, language: Language, me: Me) => Offered;
  /** What a form offers that is read when it opens; null: nothing for this command. */
  readonly read?: (
    command: AllowedCommand,
    view: View,
    language: Language,
  ) => Promise<Answer<Picks>> | null;
  /** What its content names beside the units that all types tell. */
  readonly named?: (view: View) => readonly Named[];
  /** Fields of a command that the page fills in. */
  readonly given: readonly string[];
  /** Fills them in. */
  readonly complete: (
    command: AllowedCommand,
    body: OutgoingCommand['body'],
    view: View,
  ) => OutgoingCommand['body'];
}
