import { createTransport } from 'nodemailer';
import { SECOND_MS } from '@hemgang/kernel';
import type { Attempt, Channel, Outgoing } from './channel';
import { calendarParts } from './calendar-parts';

/** A mail server that answers at all does so in less. */
const TIMEOUT_MS = 10 * SECOND_MS;

const PERMANENT_FROM = 500;

export interface MailSettings {
  /** Address of the mail server, with password: `smtps://user:password@host`. Never log it. */
  readonly smtpUrl: string;
  /** Whom mails come from. */
  readonly from: string;
}

/** What nodemailer tells of a failure. */
interface MailError {
  readonly code?: string;
  readonly responseCode?: number;
  readonly command?: string;
}

/** E-mail by SMTP. */
export function mailChannel({ smtpUrl, from }: MailSettings): Channel {
  const timeouts = {
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
  };
  const transport = createTransport({ url: smtpUrl, ...timeouts }, { from });
  const domain = from.slice(from.lastIndexOf('@') + 1).replace(/[^\w.-]/g, '');
  return {
    name: 'mail',
    async send(message: Outgoing): Promise<Attempt> {
      try {
        await transport.sendMail({
          to: message.to,
          subject: message.subject,
          text: message.text,
          textEncoding: 'quoted-printable',
          messageId: `<${message.id}@${domain}>`,
          // No out-of-office reply, and no mail loop.
          headers: { 'Auto-Submitted': 'auto-generated' },
          ...calendarParts(message.invitations),
        });
        return { kind: 'sent' };
      } catch (error) {
        return attemptOf(error as MailError);
      }
    },
    close: () => transport.close(),
  };
}

/** A server that does not take this mail is final; one that does not take us may be mended. */
function attemptOf({ code, responseCode, command }: MailError): Attempt {
  if (responseCode === undefined) return { kind: 'deferred', reason: reasonOf(code) };
  const isAboutMail = command !== undefined && /^(?:RCPT TO|DATA)/.test(command);
  const isFinal = responseCode >= PERMANENT_FROM && isAboutMail;
  return { kind: isFinal ? 'refused' : 'deferred', reason: `SMTP_${responseCode}` };
}

function reasonOf(code: string | undefined): string {
  return code === 'ETIMEDOUT' ? 'SMTP_SLOW' : 'SMTP_UNREACHABLE';
}
