import { kindOf } from './file-kind';

const latin1 = (text: string) => Buffer.from(text, 'latin1');

const PNG = '\x89PNG\r\n\x1a\n\0\0\0\rIHDR';
const JPEG = '\xff\xd8\xff\xe0\0\x10JFIF\0';

describe('what bytes are', () => {
  it.each([
    ['pdf', latin1('%PDF-1.7\n1 0 obj')],
    ['pdf', latin1('%PDF-2.0\n')],
    ['png', latin1(`${PNG}\0\0\0\x01`)],
    ['jpeg', latin1(JPEG)],
    ['text', Buffer.from('Åtgärder: 1 < 2\r\n\tklart.\f')],
    ['text', Buffer.from('\ufeffMed märke först.')],
  ])('%s is known by itself', (kind, bytes) => {
    expect(kindOf(bytes)).toBe(kind);
  });

  it.each([
    ['nothing', ''],
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'],
    ['XML after white space', ' \n\t<?xml version="1.0"?>'],
    ['HTML after a mark', '\xef\xbb\xbf<!doctype html>'],
    ['a program', 'MZ\x90\0\x03'],
    ['an archive, as a Word file is', 'PK\x03\x04'],
    ['an old Word file', '\xd0\xcf\x11\xe0'],
    ['a GIF', 'GIF89a\x01\0'],
    ['text in another encoding', 'r\xe4dd'],
    ['text with a NUL', 'a\0b'],
    ['text with an escape sequence', '\x1b[31mred'],
    ['a PDF of no version', '%PDF-x\0'],
    ['the beginning of a PNG alone', '\x89PNG\r\n\x1a\n'],
  ])('%s is none of ours', (_, text) => {
    expect(kindOf(latin1(text))).toBeNull();
  });

  it.each([
    ['a PDF in a JPEG', `${JPEG}comment %PDF-1.7`],
    ['a page in a PNG', `${PNG}tEXt<HTML>`],
    ['a script in a PDF', '%PDF-1.7\n<script>alert(1)</script>'],
    ['a drawing in a JPEG', `${JPEG}<svg onload=x>`],
    ['two PDFs', '%PDF-1.7 %PDF-1.4'],
  ])('%s is two things at once', (_, text) => {
    expect(kindOf(latin1(text))).toBeNull();
  });

  it('is looked for where programs look, and no further', () => {
    const far = latin1(`%PDF-1.7\n${' '.repeat(1024)}<script>`);
    expect(kindOf(far)).toBe('pdf');
  });
});
