import { randomUUID } from 'node:crypto';
import { demoPatient } from '@hemgang/demo';
import { accepted, ANNA, contentsOf, County, MARIA, query } from '@hemgang/testing';

describe('where a patient is registered', () => {
  let county: County;

  beforeAll(async () => {
    county = await County.open();
  });

  afterAll(() => county.close());

  const open = async (patient: object, more: object = {}) => {
    const incoming = { body: { patient, ...more }, key: randomUUID() };
    const answer = await county.service.answered.open('discharges', incoming, county.reader(ANNA));
    return accepted(answer);
  };

  const marias = async (caseId: string) => {
    const view = await county.service.views.case('discharges', caseId, county.reader(MARIA));
    if ('code' in view) throw new Error(view.code);
    return view;
  };

  it('says at the admission which municipality is responsible, by name and rule', async () => {
    const { view } = await county.admit();
    const { code, name } = view.municipalities[0]!.municipality!;
    expect(view.patient).toMatchObject({ municipality: code, registration: 'folkbokford' });
    expect(name).toMatch(/ kommun$/);
    expect(view.municipalities.map(({ role, basis }) => [role, basis])).toEqual([
      ['decides', 'SoL 29:1'],
      ['health-care', 'HSL 12:1'],
      ['pays', '2017:612 5:2'],
    ]);
    expect(view.missing).toEqual([]);
  });

  it.each(['none', 'lma', 'eu'])('may be nowhere (%s): no municipality is named', async (kind) => {
    const { number, name } = demoPatient(60 + ['none', 'lma', 'eu'].indexOf(kind));
    const { view, caseId } = await open({ number, name, registration: kind });
    expect(view.patient).toMatchObject({ municipality: null, registration: kind });
    expect(view.municipalities).toEqual([]);
    expect(view.missing).toMatchObject([{ key: 'deciding-municipality', rule: 'SoL 29:1' }]);
    const log = await query(
      county.databaseUrl,
      `select payload, given from events where case_id = '${caseId}'`,
    );
    expect(JSON.stringify(log)).not.toContain(`"${kind}"`);
  });

  it('changes during the case: the receivers get the new address, not how she is registered', async () => {
    const { caseId } = await county.told();
    const given = await county.give(caseId, 'change-folkbokforing', ANNA, {
      municipality: '2460',
      from: '2026-03-04',
      address: 'Järnvägsgatan 4, 911 31 Vännäs',
    });
    expect(given.view.patient).toMatchObject({
      municipality: '2460',
      registration: 'folkbokford',
      address: 'Järnvägsgatan 4, 911 31 Vännäs',
    });
    const seen = await marias(caseId);
    expect(seen.patient).toEqual({ ...given.view.patient, registration: null });
    expect(seen.entries.at(-1)).toMatchObject({
      entry: 'folkbokforing',
      legalBasis: 'STATUTORY_MIN',
    });
    expect(JSON.stringify(seen.entries)).not.toContain('registration');
    const [row] = await query<{ municipality: string }>(
      county.databaseUrl,
      `select p.municipality from persons p join cases c on c.person_id = p.id
       where c.id = '${caseId}'`,
    );
    expect(row).toEqual({ municipality: '2460' });
  });

  it.each([
    ['change-folkbokforing', { municipality: '2460', registration: 'lma', from: '2026-03-04' }],
    ['change-folkbokforing', { municipality: 'Vännäs', from: '2026-03-04' }],
    [
      'assign-municipality',
      { role: 'pays', municipality: '2460', from: '2026-03-04', basis: 'SoL 29:5' },
    ],
  ])('%s that does not fit writes nothing', async (command, body) => {
    const { caseId } = await county.told();
    const before = await contentsOf(county.databaseUrl, 'access_log');
    const answer = await county.try(caseId, command, ANNA, body);
    expect(answer).toMatchObject({ ok: false });
    expect(await contentsOf(county.databaseUrl, 'access_log')).toEqual(before);
  });
});
