import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '@hemgang/dev-services';
import { CaseStore } from './case-store';
import { dutyRow, following, opening } from './case-write.fixture';
import { migrate } from './migrate';
import { openDatabase } from './open-database';
import { CASE_VIEW } from './reads/case-view';
import { LOAD_CASE } from './sql/load-case';
it('measures', async () => {
  const pg = await startPostgres({
    dataDir: join(mkdtempSync(join(tmpdir(), 'm-')), 'pg'),
    durable: true,
  });
  await migrate(pg.url);
  const database = await openDatabase({ databaseUrl: pg.url, poolSize: 32, applicationName: 'm' });
  const cases = new CaseStore(database);
  let w: any = opening();
  const id = w.caseId;
  await cases.write(w);
  for (let i = 0; i < 5; i++) {
    w = following(w, { duties: [dutyRow('d' + i)] });
    await cases.write(w);
  }

  await database.run({ name: '', text: 'analyze' }, []);
  await database.transaction(async (t) => {
    const run = (text: string) => t.run<any>({ name: '', text }, []);
    await run(`set local hemgang.controller = 'x'`);
    await run(`prepare v as ${CASE_VIEW.text}`);
    await run(`prepare l as ${LOAD_CASE.text}`);
    await run(
      `create function iso2(at timestamptz) returns text language sql stable parallel safe return to_json(at)`,
    );
    const exp = async (q: string) => {
      let last: any[] = [];
      const times: number[] = [];
      for (let i = 0; i < 30; i++) {
        last = await run('explain (analyze, timing off) ' + q);
        times.push(
          Number(/Execution Time: ([0-9.]+)/.exec(last.map((r) => r['QUERY PLAN']).join('\n'))![1]),
        );
      }
      console.log(q, 'min', Math.min(...times), last.map((r) => r['QUERY PLAN']).join('\n'));
    };
    await exp(`execute v('${id}')`);
    await exp(`execute l('${id}', 'a', 'b')`);
    await exp(`select iso(since), iso(due_at), iso(closed_at) from duties, generate_series(1,100)`);
    await exp(
      `select to_json(since), to_json(due_at), to_json(closed_at) from duties, generate_series(1,100)`,
    );
    await exp(
      `select json_build_object('a',since, 'b',due_at,'c', closed_at) from duties, generate_series(1,100)`,
    );
  });
  await database.close();
  await pg.stop();
}, 300_000);
