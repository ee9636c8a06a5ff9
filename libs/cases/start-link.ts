import { createHmac, timingSafeEqual } from 'node:crypto';
import type { MachineId } from '@hemgang/engine';

/** Which link of which handover; nothing of the patient. */
export interface StartLinkName {
  readonly caseId: string;
  readonly handover: MachineId;
  /** `l` and the sequence number of the event that made it. */
  readonly link: string;
}

const PARTS = /^([0-9a-f-]{36})\.([a-z]{1,2}\d{1,9}(?:-\d{1,4})?)\.(l\d{1,9})$/;

/**
 * Signs one-time links and knows its own again. The signature says that we made the link; whether
 * it is still in force the case says (its handover remembers one link, until it is used), so no
 * link is stored anywhere.
 */
export class StartLinkSigner {
  private loaded: Promise<Buffer> | null = null;

  /** @param key 32 random bytes, the same for every process */
  constructor(private readonly key: () => Promise<Buffer>) {}

  /** The token of a link, fit for an address. */
  async sign(name: StartLinkName): Promise<string> {
    const text = [name.caseId, name.handover, name.link].join('.');
    return `${text}.${await this.signature(text)}`;
  }

  /** What a token names; null when it is not of our making. */
  async read(token: string): Promise<StartLinkName | null> {
    const end = token.lastIndexOf('.');
    const text = token.slice(0, Math.max(end, 0));
    const [, caseId, handover, link] = PARTS.exec(text) ?? [];
    if (caseId === undefined || handover === undefined || link === undefined) return null;
    const given = Buffer.from(token.slice(end + 1));
    const ours = Buffer.from(await this.signature(text));
    const isOurs = given.length === ours.length && timingSafeEqual(given, ours);
    return isOurs ? { caseId, handover, link } : null;
  }

  private async signature(text: string): Promise<string> {
    this.loaded ??= this.key();
    return createHmac('sha256', await this.loaded)
      .update(`start ${text}`)
      .digest('base64url');
  }
}
