import type { ViewAt } from './case-types';
import type { CommandAnswer, Refused, Taken } from './command-answer';
import type { Commands } from './commands';
import { isRefusal, type Incoming } from './envelope';
import type { Reader } from '@hemgang/access';
import type { Refusal } from '@hemgang/kernel';
import type { PreviewView } from './preview/preview-view';
import type { Views } from './views';

/** What came of a command, with the case as its giver sees it now; also of a repeat. */
export type ShownAnswer<Path extends string = string> =
  | (Taken & { readonly view: ViewAt<Path> })
  | Refused;

/**
 * Commands as people give them: what is answered shows the case. Whoever only needs to know that a
 * command was taken asks `Commands`, and nothing is read.
 * @throws DatabaseUnavailable
 */
export class AnsweredCommands {
  constructor(
    private readonly commands: Commands,
    private readonly views: Views,
  ) {}

  /** Opens a case of the type that `path` names (`discharges`). */
  async open<Path extends string>(
    path: Path,
    incoming: Incoming,
    reader: Reader,
  ): Promise<ShownAnswer<Path>> {
    return this.shown(path, await this.commands.open(path, incoming, reader), reader);
  }

  /** Gives a command to a case. */
  async give<Path extends string>(
    path: Path,
    caseId: string,
    name: string,
    incoming: Incoming,
    reader: Reader,
  ): Promise<ShownAnswer<Path>> {
    const answer = await this.commands.give(path, caseId, name, incoming, reader);
    return this.shown(path, answer, reader);
  }

  /**
   * What a command would lead to: decided as the command itself is, and told as a reading of the case.
   * Of all that, the line in the access log is the only thing written.
   * @returns the refusal that the command itself would get
   */
  async preview(
    path: string,
    caseId: string,
    name: string,
    proposed: Omit<Incoming, 'key'>,
    reader: Reader,
  ): Promise<PreviewView | Refusal> {
    const foreseen = await this.commands.foresee(path, caseId, name, proposed, reader);
    return this.views.preview(path, caseId, foreseen, reader);
  }

  private async shown<Path extends string>(
    path: Path,
    answer: CommandAnswer,
    reader: Reader,
  ): Promise<ShownAnswer<Path>> {
    if (!answer.ok) return answer;
    const { caseId, replayed } = answer;
    // The line of a repeated command is of the first time; what is shown now is a reading of its own.
    const view = replayed
      ? await this.views.case(path, caseId, reader)
      : await this.views.afterCommand(path, caseId, reader);
    return isRefusal(view) ? { ok: false, refusal: view } : { ...answer, view };
  }
}
