import { isRefusal } from '@hemgang/cases';
import { ANNA, County, MARIA, query } from '@hemgang/testing';

const TEXT = 'Hemtjänst morgon och kväll.';

describe('an objection to disclosures, and a protected identity', () => {
  let county: County;

  beforeAll(async () => {
    county = await County.open();
  });

  afterAll(() => county.close());

  /** How many controllers hold what Umeå answered. */
  const holders = async (caseId: string): Promise<number> => {
    await county.give(caseId, 'acknowledge', MARIA);
    await county.give(caseId, 'answer', MARIA, { answer: 'known', currentMeasures: TEXT });
    const [row] = await query<{ n: number }>(
      county.databaseUrl,
      `select count(distinct controller)::int as n from contents
       where case_id = '${caseId}' and body::text like '%${TEXT}%'`,
    );
    return row?.n ?? 0;
  };

  const object = async (user: string, caseId: string): Promise<void> => {
    const { blocks } = county.service.guards;
    expect(isRefusal(await blocks.object(county.reader(user), caseId, 'patient'))).toBe(false);
  };

  it('hold nothing back as long as there is neither', async () => {
    const { caseId } = await county.told();
    expect(await holders(caseId)).toBe(2);
  });

  it('keep content that needs a ground where it is', async () => {
    const { caseId } = await county.told();
    await object(MARIA, caseId);
    expect(await holders(caseId)).toBe(1);
  });

  it('assume no ground for somebody who hides', async () => {
    const body = county.admission();
    const patient = { ...(body['patient'] as object), protection: 'protected' };
    const { caseId } = await county.told({ ...body, patient });
    expect(await holders(caseId)).toBe(1);
  });

  it('do not stop what the law demands: the notice of admission goes out', async () => {
    const admission = county.admission();
    const { caseId } = await county.admit(admission);
    await object(ANNA, caseId);
    const receivers = ['umea-bistand-norr'];
    const expectedDischargeAt = '2099-01-01T10:00:00.000Z';
    const notice = { receivers, expectedDischargeAt };
    await county.give(caseId, 'send-inskrivningsmeddelande', ANNA, notice);
    const seen = await county.service.views.case('discharges', caseId, county.reader(MARIA));
    expect(seen).toMatchObject({ patient: { name: expect.any(String) } });
  });
});
