import { localDate } from '@hemgang/kernel';
import { contentsOf, County } from '@hemgang/testing';
import { hemgang } from './run';

describe('hemgang sip counts', () => {
  let county: County;
  beforeAll(async () => {
    county = await County.open();
  });
  afterAll(() => county.close());

  it('tells what has happened in the SIPs of a period, as text and as JSON, and writes nothing', async () => {
    await county.sip();
    const today = localDate(county.service.clock.now());
    const before = await contentsOf(county.databaseUrl);
    const args = ['sip', 'counts', '--from', today, '--to', today];
    const { code, out } = await hemgang(args, county.databaseUrl);
    expect(code).toBe(0);
    expect(out).toMatch(/^ {2}startade +1$/m);
    expect(out).toContain('Region Västerbotten: 1 startade, 0 upprättade');
    const json = await hemgang([...args, '--json'], county.databaseUrl);
    expect(JSON.parse(json.out)).toMatchObject({ from: today, all: { started: 1, offered: 0 } });
    expect(await contentsOf(county.databaseUrl)).toEqual(before);
  });

  it.each([
    [['--from', '2026-01-31', '--to', '2026-01-01']],
    [['--from', 'igår', '--to', '2026-01-01']],
    [['--from', '2026-01-01']],
  ])('refuses a period that it cannot read: %s', async (args) => {
    const { code, err } = await hemgang(['sip', 'counts', ...args], county.databaseUrl);
    expect(code).toBe(2);
    expect(err).toContain('--from 2026-01-01 --to 2026-01-31');
  });
});
