import { savedAs } from './content-disposition';

describe('the name under which an answer is saved', () => {
  it.each([
    ['lista.pdf', 'lista.pdf', 'lista.pdf'],
    ['Läkemedel å.pdf', 'Lakemedel a.pdf', 'L%C3%A4kemedel%20%C3%A5.pdf'],
    ["o'brien (2)*.pdf", "o'brien (2)*.pdf", 'o%27brien%20%282%29%2A.pdf'],
    ['100%.txt', '100_.txt', '100%25.txt'],
    ['a;b.txt', 'a_b.txt', 'a%3Bb.txt'],
    ['药.txt', '_.txt', '%E8%8D%AF.txt'],
  ])('%s is told in both ways (RFC 6266, 8187)', (name, plain, whole) => {
    expect(savedAs(name)).toBe(`attachment; filename="${plain}"; filename*=UTF-8''${whole}`);
  });

  it('can end no header and begin no other', () => {
    expect(savedAs('x"\r\nset-cookie: y\\.txt')).toBe(
      `attachment; filename="x___set-cookie: y_.txt"; filename*=UTF-8''x%22%0D%0Aset-cookie%3A%20y%5C.txt`,
    );
  });
});
