import { ANNA, County, MARIA } from '@hemgang/testing';

const RIVALS = 20;

describe('concurrent commands on one case', () => {
  let county: County;

  beforeAll(async () => {
    county = await County.open();
  });

  afterAll(() => county.close());

  it('have exactly one winner for each version named by If-Match', async () => {
    const { caseId, version } = await county.told();
    const expectedDischargeAt = '2199-01-01T00:00:00.000Z';
    const answers = await Promise.all(
      Array.from({ length: RIVALS }, () =>
        county.try(
          caseId,
          'change-expected-discharge',
          ANNA,
          { expectedDischargeAt },
          { ifVersion: version },
        ),
      ),
    );
    const losers = answers.filter((answer) => !answer.ok);
    expect(losers).toHaveLength(RIVALS - 1);
    for (const loser of losers) {
      expect(loser).toMatchObject({ refusal: { code: 'VERSION_STALE' } });
    }
  });

  it('are decided anew without If-Match: both sides get through', async () => {
    const { caseId } = await county.told();
    const expectedDischargeAt = '2199-01-01T00:00:00.000Z';
    const answers = await Promise.all([
      county.try(caseId, 'change-expected-discharge', ANNA, { expectedDischargeAt }),
      county.try(caseId, 'acknowledge', MARIA),
    ]);
    expect(answers.map(({ ok }) => ok)).toEqual([true, true]);
  });

  it('never both take over: the second is told that it is done', async () => {
    const { caseId } = await county.told();
    const answers = await Promise.all([
      county.try(caseId, 'start-planning', MARIA),
      county.try(caseId, 'start-planning', MARIA),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({
      refusal: { code: 'COMMAND_NOT_POSSIBLE' },
    });
  });
});
