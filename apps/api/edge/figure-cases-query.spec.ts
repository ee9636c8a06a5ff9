import { COUNTED_CAUSES } from '@hemgang/cases';
import { figureCasesQuery } from './query';

const isTaken = (measure: string): boolean =>
  figureCasesQuery.safeParse({ place: 'county', from: '2026-10-01', to: '2026-10-31', measure })
    .success;

describe('what cases behind a figure are asked for by', () => {
  it('is a cause of waiting, but none that a municipality has to shorten (PDL 2:8)', () => {
    expect(COUNTED_CAUSES.filter((cause) => !isTaken(`cause:${cause}`))).toEqual([
      ...['boende-saknas', 'korttidsplats-saknas', 'hemtjanst-bemanning', 'hemsjukvard-bemanning'],
      ...['beslut-ej-klart', 'hjalpmedel', 'bostadsanpassning'],
    ]);
    expect(isTaken('cause:okand')).toBe(true);
    expect(isTaken('cause:nothing')).toBe(false);
  });
});
