import type { SendMailOptions } from 'nodemailer';
import type { Invitation } from './invitation';

const FILE = 'sip-mote';

/**
 * Invitations as parts of a mail (RFC 6047). One is the mail's own: a part that mail programs offer to
 * the calendar, and the same as a file for those that do not. A mail has room for one such part, so
 * several are files, each to be opened by hand.
 */
export function calendarParts(
  invitations: readonly Invitation[],
): Pick<SendMailOptions, 'icalEvent' | 'attachments'> {
  const [only, ...others] = invitations;
  if (only === undefined) return {};
  if (others.length === 0) {
    const { method, text } = only;
    return { icalEvent: { method, filename: `${FILE}.ics`, content: text } };
  }
  return {
    attachments: invitations.map(({ method, text }, index) => ({
      filename: `${FILE}-${index + 1}.ics`,
      contentType: `text/calendar; charset=utf-8; method=${method}`,
      content: text,
    })),
  };
}
