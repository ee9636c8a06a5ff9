import { DELAY_CAUSE_LISTS } from '@workflows/discharge';
import { figureCasesQuery } from './query';

const asked = (measure: string) =>
  figureCasesQuery.safeParse({ place: 'county', from: '2026-10-01', to: '2026-10-31', measure });

describe('what cases behind a figure are asked for by', () => {
  it('is a cause of waiting, but none that a municipality has to shorten (PDL 2:8)', () => {
    const entries = DELAY_CAUSE_LISTS.flatMap(({ codes }) => Object.entries(codes));
    const taken = entries.filter(([cause]) => asked(`cause:${cause}`).success);
    expect(taken.length).toBeGreaterThan(5);
    expect(taken.filter(([, { owners }]) => owners.includes('kommun'))).toEqual([]);
    expect(entries.length - taken.length).toBeGreaterThan(5);
    expect(asked('cause:okand').success).toBe(true);
    expect(asked('cause:nothing').success).toBe(false);
  });
});
