import type { OutgoingCommand } from '../api/commands';

/**
 * One thing a person wants done. As long as nobody knows whether the server did it, trying again
 * repeats the very same request, key included, so that it happens once.
 */
export class Attempt {
  private undecided: { readonly typed: string; readonly command: OutgoingCommand } | null = null;

  /**
   * What to send now.
   * @param typed what the form holds; another content is another attempt
   * @param body makes the body, only when this is a new attempt
   */
  command(typed: unknown, body: () => OutgoingCommand['body']): OutgoingCommand {
    const text = JSON.stringify(typed);
    if (this.undecided?.typed !== text) {
      this.undecided = { typed: text, command: { key: crypto.randomUUID(), body: body() } };
    }
    return this.undecided.command;
  }

  /** The server has answered, yes or no: the next try is another attempt. */
  decided(): void {
    this.undecided = null;
  }
}
