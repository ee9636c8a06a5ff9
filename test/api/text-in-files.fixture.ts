import { gunzipSync, inflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';

/** A stream of a PDF with what its dictionary says of it. */
const STREAM = /<<((?:(?!endobj)[\s\S])*?)>>\s*stream\r?\n([\s\S]*?)\r?\nendstream/g;
const HEX_STRING = /<([0-9a-fA-F\s]+)>/g;
const LITERAL_STRING = /\((?:\\[\s\S]|[^\\)])*\)/g;
const ENTITY = /&#(x?)([0-9a-fA-F]+);/g;

/** The text of an answer, also of a file that is packed. */
export async function textOf(response: Response): Promise<string> {
  return textIn(Buffer.from(await response.arrayBuffer()));
}

/** The text in a file as its reader sees it: spreadsheets unpacked, streams of a PDF inflated. */
export function textIn(bytes: Buffer): string {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return textIn(gunzipSync(bytes));
  const start = bytes.toString('latin1', 0, 5);
  if (start.startsWith('PK')) {
    return Object.values(unzipSync(bytes))
      .map((part) => textIn(Buffer.from(part)))
      .join('\n');
  }
  if (start === '%PDF-') return textInPdf(bytes.toString('latin1'));
  return bytes
    .toString('utf8')
    .replace(ENTITY, (_, hex: string, code: string) =>
      String.fromCodePoint(parseInt(code, hex === '' ? 10 : 16)),
    );
}

function textInPdf(raw: string): string {
  const streams = [...raw.matchAll(STREAM)].map(([, dictionary = '', content = '']) =>
    dictionary.includes('/FlateDecode')
      ? inflateSync(Buffer.from(content, 'latin1')).toString('latin1')
      : content,
  );
  const all = [raw, ...streams].join('\n');
  const hex = [...all.matchAll(HEX_STRING)].map(([, digits = '']) => ofHex(digits));
  const literals = [...all.matchAll(LITERAL_STRING)].map(([text]) => unescaped(text));
  return [all, ...literals, ...hex].join('\n');
}

/** UTF-16 when it says so, else letters of one byte. */
function ofHex(digits: string): string {
  const bytes = Buffer.from(digits.replace(/\s/g, ''), 'hex');
  const isWide = bytes[0] === 0xfe && bytes[1] === 0xff && bytes.length % 2 === 0;
  return isWide ? bytes.subarray(2).swap16().toString('utf16le') : bytes.toString('latin1');
}

function unescaped(text: string): string {
  return text.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, code: string) =>
    /^[0-7]/.test(code) ? String.fromCharCode(parseInt(code, 8)) : code,
  );
}
