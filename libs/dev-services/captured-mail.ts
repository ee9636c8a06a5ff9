/** A part of a mail, decoded. */
export interface MailPart {
  /** As it stands in the mail: `text/calendar; charset=utf-8; method=REQUEST`. */
  readonly contentType: string;
  readonly fileName: string | null;
  readonly text: string;
}

/** A mail as somebody reads it. */
export interface CapturedMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly messageId: string;
  /** Its words and what lies beside them, in their order. */
  readonly parts: readonly MailPart[];
  /** All of it, as it came over the wire. */
  readonly raw: string;
}

/** Reads a mail of ours: plain text, alone or with files. */
export function readMail(raw: string, to: string): CapturedMail {
  const { header } = opened(raw);
  const parts = partsOf(raw);
  const words = parts.find(({ contentType }) => contentType.startsWith('text/plain'));
  return {
    to,
    subject: decodedWords(header('Subject')),
    text: words?.text ?? '',
    messageId: header('Message-ID'),
    parts,
    raw,
  };
}

/** The parts that hold something, whatever they lie in. */
function partsOf(raw: string): readonly MailPart[] {
  const { header, body } = opened(raw);
  const contentType = header('Content-Type') || 'text/plain';
  const boundary = parameter(contentType, 'boundary');
  if (boundary !== null) {
    // Before the first boundary and after the last there is nothing.
    return body
      .split(`--${boundary}`)
      .slice(1, -1)
      .flatMap((part) => partsOf(part.replace(/^\r\n/, '').replace(/\r\n$/, '')));
  }
  const fileName = parameter(header('Content-Disposition'), 'filename');
  return [{ contentType, fileName, text: decoded(body, header('Content-Transfer-Encoding')) }];
}

function opened(raw: string): { readonly header: (name: string) => string; readonly body: string } {
  const end = raw.indexOf('\r\n\r\n');
  const headers = raw.slice(0, end).replace(/\r\n[ \t]+/g, ' ');
  return {
    header: (name) => new RegExp(`^${name}: (.*)$`, 'im').exec(headers)?.[1] ?? '',
    body: raw.slice(end + 4),
  };
}

function parameter(value: string, name: string): string | null {
  return new RegExp(`;\\s*${name}="?([^";]+)"?`, 'i').exec(value)?.[1] ?? null;
}

function decoded(body: string, encoding: string): string {
  switch (encoding.toLowerCase()) {
    case 'quoted-printable':
      return bytes(body.replace(/=\r\n/g, '')).replace(/\r\n/g, '\n');
    case 'base64':
      return Buffer.from(body, 'base64').toString();
    default:
      return body;
  }
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
