/** A mail as somebody reads it. */
export interface CapturedMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly messageId: string;
  /** All of it, as it came over the wire. */
  readonly raw: string;
}

/** Reads a mail of ours: plain text in one part. */
export function readMail(raw: string, to: string): CapturedMail {
  const end = raw.indexOf('\r\n\r\n');
  const headers = raw.slice(0, end).replace(/\r\n[ \t]+/g, ' ');
  const header = (name: string): string =>
    new RegExp(`^${name}: (.*)$`, 'im').exec(headers)?.[1] ?? '';
  const body = raw.slice(end + 4);
  const encoding = header('Content-Transfer-Encoding');
  return {
    to,
    subject: decodedWords(header('Subject')),
    text: encoding === 'quoted-printable' ? fromQuoted(body) : body,
    messageId: header('Message-ID'),
    raw,
  };
}

function fromQuoted(text: string): string {
  return bytes(text.replace(/=\r\n/g, '')).replace(/\r\n/g, '\n');
}

/** A subject with letters outside of ASCII stands in encoded words. */
function decodedWords(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([qb])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(word, 'base64').toString()
        : bytes(word.replace(/_/g, ' ')),
    );
}

/** `=C3=A4` is the bytes of `ä`. */
function bytes(text: string): string {
  return text.replace(/(?:=[\dA-F]{2})+/gi, (run) =>
    Buffer.from(run.replace(/=/g, ''), 'hex').toString(),
  );
}
