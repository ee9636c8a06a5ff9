import { AccessLog } from './access-log';
import { CaseStore } from './case-store';
import { everything, opening, START, WARD } from './case-write.fixture';
import { testStore, type TestStore } from './test-store.fixture';

describe('logs that only grow', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await testStore();
    await new CaseStore(store.database).write(opening());
  });
  afterAll(() => store.end());

  it.each([
    `update events set type = 'other'`,
    `delete from events`,
    `truncate events`,
    `update access_log set action = 'other'`,
    `delete from access_log where false`,
    `truncate access_log`,
    `delete from access_patients where false`,
    `update sealed_lines set salt = null where false`,
    `delete from seal_batches where false`,
    `delete from seal_keys where false`,
    `truncate seal_checkpoints`,
  ])('refuse: %s', async (text) => {
    const before = await everything(store);
    await expect(store.sql(text)).rejects.toThrow('only grows');
    expect(await everything(store)).toEqual(before);
  });

  it('take any number of access lines at once, all or none', async () => {
    const access = new AccessLog(store.database);
    const line = {
      at: START,
      staff: 'anna',
      assignment: 'anna-medicin-2',
      unit: WARD,
      person: null,
      caseId: null,
      action: 'refused:acknowledge:ROLE_NOT_ALLOWED',
    };
    const before = await everything(store);
    await access.append([]);
    await expect(access.append([line, { ...line, action: '' }])).rejects.toThrow('access_log');
    expect(await everything(store)).toEqual(before);
    await access.append([line, { ...line, staff: null }]);
    const rows = await store.sql(`select staff, at from access_log where action = $1 order by id`, [
      line.action,
    ]);
    expect(rows).toEqual([
      { staff: 'anna', at: START },
      { staff: null, at: START },
    ]);
  });
});
