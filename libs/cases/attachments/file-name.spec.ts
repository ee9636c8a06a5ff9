import { safeName } from './file-name';

describe('the name of a file', () => {
  it.each([
    ['Läkemedelslista 2026-11.pdf', 'pdf'],
    ['skanning (2).PDF', 'pdf'],
    ['IMG_0001.JPG', 'jpeg'],
    ['foto.jpeg', 'jpeg'],
    ['Skärmavbild 2026-11-27 kl.\u202f10.33.png', 'png'],
    ['a..b.txt', 'text'],
    ['concert.txt', 'text'],
    ['com10.txt', 'text'],
    [`${'å'.repeat(116)}.pdf`, 'pdf'],
  ] as const)('%s is kept as it is', (name, kind) => {
    expect(safeName(name, kind)).toEqual({ name });
  });

  it('is kept in one spelling, whatever computer it comes from', () => {
    expect(safeName('a\u030a.pdf', 'pdf')).toEqual({ name: 'å.pdf' });
  });

  it('is no longer than a line', () => {
    expect(safeName(`${'å'.repeat(117)}.pdf`, 'pdf')).toEqual({ fault: 'too_long' });
  });

  it.each([
    ['nothing', ''],
    ['a part of a path', '../x.pdf'],
    ['a part of a path on Windows', 'C:\\x.pdf'],
    ['a stream of a file', 'x.pdf:y.pdf'],
    ['a hidden file', '.x.pdf'],
    ['no name before its ending', '.pdf'],
    ['a dot that is dropped', 'x.pdf.'],
    ['a space that is dropped', 'x.pdf '],
    ['a space before', ' x.pdf'],
    ['a device', 'con.pdf'],
    ['a device of a printer', 'LPT1.old.pdf'],
    ['a device with a space', 'aux .pdf'],
    ['a device of another digit', 'com².pdf'],
    ['a line end', 'x\r\ny.pdf'],
    ['a NUL', 'x\0.pdf'],
    ['a mark of direction', 'fdp.\u202efdp.pdf'],
    ['another mark of direction', 'x\u2066.pdf'],
    ['a space without width', 'x\u200b.pdf'],
    ['a separator of lines', 'x\u2028.pdf'],
    ['half a pair', 'x\ud800.pdf'],
    ['a quotation mark', 'x".pdf'],
    ['a wildcard', 'x*.pdf'],
  ])('is refused with %s', (_, name) => {
    expect(safeName(name, 'pdf')).toEqual({ fault: 'unsafe' });
  });

  it.each([
    ['x.exe', 'pdf'],
    ['x.pdf.exe', 'pdf'],
    ['x.html', 'text'],
    ['x.csv', 'text'],
    ['x.png', 'jpeg'],
    ['x', 'pdf'],
    ['xpdf', 'pdf'],
  ] as const)('ends as files of its kind do: %s is no %s', (name, kind) => {
    expect(safeName(name, kind)).toEqual({ fault: 'wrong_ending' });
  });
});
