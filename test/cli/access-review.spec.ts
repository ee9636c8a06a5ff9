import { contentsOf, County, query } from '@hemgang/testing';
import { hemgang } from './run';

describe('hemgang access review', () => {
  let county: County;
  beforeAll(async () => {
    county = await County.open();
  });
  afterAll(() => county.close());

  const review = (...more: readonly string[]) =>
    hemgang(['access', 'review', ...more], county.databaseUrl);

  it('counts the assignments of each controller without a name, and writes nothing', async () => {
    const before = await contentsOf(county.databaseUrl);
    const { out } = await review();
    expect(out).toMatch(
      /^Hälso- och sjukvårdsnämnden: \d+ uppdrag \(\d+ administratörer, 0 program/m,
    );
    expect(out).not.toContain('Lundgren');
    expect(await contentsOf(county.databaseUrl)).toEqual(before);
  });

  it('finds what nobody has confirmed, and where nobody administers', async () => {
    await query(county.databaseUrl, 'update assignments set confirmed_at = null');
    const { code, out } = await review('--json');
    expect(code).toBe(1);
    const { controllers } = JSON.parse(out) as { controllers: Record<string, number>[] };
    for (const { assignments, unconfirmed } of controllers) expect(unconfirmed).toBe(assignments);
  });
});
