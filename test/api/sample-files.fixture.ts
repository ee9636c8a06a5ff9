/** A file as its sender has it. */
export interface TestFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Bytes of a text in which each character is one. */
export const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text, (sign) => sign.charCodeAt(0));

export const TEXT: TestFile = {
  name: 'Läkemedel.txt',
  type: 'text/plain',
  bytes: new TextEncoder().encode('Alvedon 500 mg vid behov, högst 8 per dygn.'),
};

export const PDF: TestFile = {
  name: 'Remissvar å.pdf',
  type: 'application/pdf',
  bytes: bytesOf('%PDF-1.7\n\xe5\xe4\xf6\0 %%EOF'),
};

export const JPEG: TestFile = {
  name: 'sår.jpg',
  type: 'image/jpeg',
  bytes: bytesOf('\xff\xd8\xff\xe0\0\x10JFIF\0'),
};

export const PNG: TestFile = {
  name: 'plan.png',
  type: 'image/png',
  bytes: bytesOf('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0'),
};

/** The text as if it were so many bytes long. */
export function textOf(size: number): TestFile {
  return { ...TEXT, bytes: new Uint8Array(size).fill('x'.charCodeAt(0)) };
}
