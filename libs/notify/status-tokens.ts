import { createHmac, timingSafeEqual } from 'node:crypto';

const UUID = /^[0-9a-f-]{36}$/;

/** Signs addresses at which a provider tells what became of a message, and knows its own again. */
export class StatusTokens {
  private loaded: Promise<Buffer> | null = null;

  /** @param key 32 random bytes, the same for every process */
  constructor(private readonly key: () => Promise<Buffer>) {}

  /** The token of a message, fit for an address. */
  async sign(message: string): Promise<string> {
    return `${message}.${await this.signature(message)}`;
  }

  /** The message that a token names; null when it is not of our making. */
  async read(token: string): Promise<string | null> {
    const [message = '', signature = ''] = token.split('.');
    if (!UUID.test(message)) return null;
    const given = Buffer.from(signature);
    const ours = Buffer.from(await this.signature(message));
    return given.length === ours.length && timingSafeEqual(given, ours) ? message : null;
  }

  private async signature(message: string): Promise<string> {
    this.loaded ??= this.key();
    return createHmac('sha256', await this.loaded)
      .update(`status ${message}`)
      .digest('base64url');
  }
}
