import { SECOND_MS } from '@hemgang/kernel';
import type { Attempt, Channel, Outgoing } from './channel';
import type { StatusTokens } from './status-tokens';

/** A provider that answers at all does so in less. */
const TIMEOUT_MS = 10 * SECOND_MS;

/** The provider says that this number or text is no good. */
const BAD_REQUEST = 400;

export interface SmsSettings {
  /** Where texts are posted to: `https://api.46elks.com/a1/sms`. */
  readonly url: string;
  readonly user: string;
  readonly password: string;
  /** What the telephone shows as the sender. */
  readonly from: string;
}

/**
 * SMS by HTTP as the Swedish provider 46elks takes it: a form with Basic authentication, and a call
 * back when the telephone has it.
 * @param publicUrl where the provider reaches us
 */
export function smsChannel(
  { url, user, password, from }: SmsSettings,
  tokens: StatusTokens,
  publicUrl: string,
): Channel {
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  return {
    name: 'sms',
    async send({ id, to, text }: Outgoing): Promise<Attempt> {
      const whendelivered = `${publicUrl}/sms/${await tokens.sign(id)}`;
      try {
        const { status } = await fetch(url, {
          method: 'POST',
          headers: { authorization },
          body: new URLSearchParams({ from, to, message: text, whendelivered }),
          signal: AbortSignal.timeout(TIMEOUT_MS),
          // Whoever answers with another address might get the password.
          redirect: 'error',
        });
        return attemptOf(status);
      } catch (error) {
        const isSlow = error instanceof Error && error.name === 'TimeoutError';
        return { kind: 'deferred', reason: isSlow ? 'SMS_SLOW' : 'SMS_UNREACHABLE' };
      }
    },
    close: () => undefined,
  };
}

function attemptOf(status: number): Attempt {
  if (status >= 200 && status < 300) return { kind: 'sent' };
  return { kind: status === BAD_REQUEST ? 'refused' : 'deferred', reason: `SMS_${status}` };
}
