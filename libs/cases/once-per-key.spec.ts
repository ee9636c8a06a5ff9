import { randomUUID } from 'node:crypto';
import { accepted, ANNA, contentsOf, County, MARIA, query } from '@hemgang/testing';

const REPEATS = 50;

describe('an idempotency key', () => {
  let county: County;

  beforeAll(async () => {
    county = await County.open();
  });

  afterAll(() => county.close());

  it('makes fifty concurrent commands one', async () => {
    const { caseId } = await county.told();
    const key = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: REPEATS }, () => county.try(caseId, 'acknowledge', MARIA, {}, { key })),
    );
    const versions = answers.map((answer) => accepted(answer).version);
    expect(new Set(versions)).toEqual(new Set([3]));
    expect(answers.filter((answer) => accepted(answer).replayed)).toHaveLength(REPEATS - 1);
  });

  it('makes fifty concurrent admissions one case', async () => {
    const incoming = { body: county.admission(), key: randomUUID() };
    const answers = await Promise.all(
      Array.from({ length: REPEATS }, () =>
        county.service.answered.open('discharges', incoming, county.reader(ANNA)),
      ),
    );
    expect(new Set(answers.map((answer) => accepted(answer).caseId)).size).toBe(1);
    expect(answers.every((answer) => accepted(answer).status === 201)).toBe(true);
    const [row] = await query<{ count: number }>(
      county.databaseUrl,
      'select count(*)::int as count from cases where id = $1',
      [accepted(answers[0] ?? fail()).caseId],
    );
    expect(row?.count).toBe(1);
  });

  it('is refused with another body, and nothing is written', async () => {
    const { caseId } = await county.told();
    const key = randomUUID();
    accepted(await county.try(caseId, 'acknowledge', MARIA, {}, { key }));
    const before = await contentsOf(county.databaseUrl, 'access_log');
    const answer = await county.try(caseId, 'acknowledge', MARIA, { messages: ['m2'] }, { key });
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'IDEMPOTENCY_KEY_REUSED' } });
    expect(await contentsOf(county.databaseUrl, 'access_log')).toEqual(before);
  });

  it('leaves a line in the access log at each repeat, which shows the case as it is then', async () => {
    const { caseId } = await county.told();
    const key = randomUUID();
    const acknowledge = () => county.try(caseId, 'acknowledge', MARIA, {}, { key });
    accepted(await acknowledge());
    accepted(await acknowledge());
    accepted(await acknowledge());
    const lines = await query<{ action: string }>(
      county.databaseUrl,
      `select action from access_log where case_id = $1 and unit = 'umea-bistand-norr' order by id`,
      [caseId],
    );
    expect(lines.map(({ action }) => action)).toEqual([
      'command:acknowledge',
      'read:case',
      'read:case',
    ]);
  });

  it('belongs to its caller: two people may use the same', async () => {
    const { caseId } = await county.told();
    const key = randomUUID();
    accepted(await county.try(caseId, 'acknowledge', MARIA, {}, { key }));
    const judgedAt = county.service.clock.now();
    const body = { physician: 'Erik Sandström', judgedAt };
    const other = accepted(await county.try(caseId, 'mark-utskrivningsklar', ANNA, body, { key }));
    expect(other.replayed).toBe(false);
  });

  it('does not remember a refused command', async () => {
    const { caseId } = await county.admit();
    const key = randomUUID();
    const early = await county.try(caseId, 'discharge', ANNA, {}, { key });
    expect(early.ok).toBe(false);
    const death = await county.try(caseId, 'register-death', ANNA, {}, { key });
    expect(accepted(death).replayed).toBe(false);
  });
});

function fail(): never {
  throw new Error('no answer');
}
