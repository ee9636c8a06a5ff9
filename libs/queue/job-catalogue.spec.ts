import { jobCatalogue } from '.';

describe('the job deliver-notices', () => {
  const accepts = (payload: unknown) =>
    jobCatalogue['deliver-notices'].payload.safeParse(payload).success;

  it('takes 1 to 500 ids', () => {
    const ids = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
    expect(accepts({ outboxIds: ids(1) })).toBe(true);
    expect(accepts({ outboxIds: ids(500) })).toBe(true);
    expect(accepts({ outboxIds: [] })).toBe(false);
    expect(accepts({ outboxIds: ids(501) })).toBe(false);
  });

  it('takes nothing but ids', () => {
    for (const bad of [0, -1, 1.5, '1', null]) expect(accepts({ outboxIds: [bad] })).toBe(false);
    expect(accepts({ outboxIds: [1], receiver: 'Vännäs kommun' })).toBe(false);
    expect(accepts({})).toBe(false);
  });
});
