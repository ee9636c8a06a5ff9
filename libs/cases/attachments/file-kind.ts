/** What may be sent: what every computer opens, and what runs nothing. */
export const FILE_KINDS = ['pdf', 'png', 'jpeg', 'text'] as const;

export type FileKind = (typeof FILE_KINDS)[number];

/** The types that a file is sent and fetched as. */
export const MEDIA_TYPES: Readonly<Record<FileKind, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpeg: 'image/jpeg',
  text: 'text/plain',
};

/** How a name ends, so that the computer that it is saved on takes it for what it is. */
export const ENDINGS: Readonly<Record<FileKind, readonly string[]>> = {
  pdf: ['.pdf'],
  png: ['.png'],
  jpeg: ['.jpg', '.jpeg'],
  text: ['.txt'],
};

/** Programs that look for a beginning of their own look so far. */
const HEAD_BYTES = 1024;

const PDF = /^%PDF-[12]\.\d/;
/** The signature, and the chunk that every picture begins with. */
const PNG = /^\x89PNG\r\n\x1a\n\0\0\0\rIHDR/;
const JPEG = /^\xff\xd8\xff/;

/** A second beginning inside of a picture or a PDF: it is two things at once. */
const SECOND = /%PDF-|<(?:!doctype|html|head|body|script|svg|iframe)\b/i;

/** Line ends and tabs are text; every other control character is a program's. */
const CONTROL = /[\0-\x08\x0b\x0e-\x1f\x7f]/;

/** HTML, SVG and other XML: what a browser would rather run than show. */
const MARKUP = /^\ufeff?\s*</;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** What bytes are by themselves, whatever they are called; null: none of ours, or two at once. */
export function kindOf(bytes: Uint8Array): FileKind | null {
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('latin1');
  const kind = pictureOrPdf(head);
  if (kind === null) return isText(bytes) ? 'text' : null;
  return SECOND.test(head.slice(1)) ? null : kind;
}

function pictureOrPdf(head: string): FileKind | null {
  if (PDF.test(head)) return 'pdf';
  if (PNG.test(head)) return 'png';
  return JPEG.test(head) ? 'jpeg' : null;
}

function isText(bytes: Uint8Array): boolean {
  try {
    const text = utf8.decode(bytes);
    return text !== '' && !CONTROL.test(text) && !MARKUP.test(text);
  } catch {
    return false;
  }
}
