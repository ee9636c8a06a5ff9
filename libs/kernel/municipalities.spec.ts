import { isMunicipalityOfVasterbotten, municipalities, REGION_CODE } from './municipalities';

describe('the municipalities of Västerbotten', () => {
  it('are fifteen, all with the county code first and a name of their own', () => {
    const codes = Object.keys(municipalities);
    expect(codes).toHaveLength(15);
    expect(codes.every((code) => /^24\d\d$/.test(code) && code.startsWith(REGION_CODE))).toBe(true);
    expect(new Set(Object.values(municipalities)).size).toBe(15);
  });

  it.each([
    ['2480', 'Umeå'],
    ['2482', 'Skellefteå'],
    ['2481', 'Lycksele'],
    ['2460', 'Vännäs'],
    ['2463', 'Åsele'],
  ] as const)('%s is %s', (code, name) => {
    expect(municipalities[code]).toBe(name);
    expect(isMunicipalityOfVasterbotten(code)).toBe(true);
  });

  it.each(['0180', '2402', '24', '', '2580', 'toString', '__proto__'])(
    '"%s" is none of them',
    (code) => {
      expect(isMunicipalityOfVasterbotten(code)).toBe(false);
    },
  );
});
