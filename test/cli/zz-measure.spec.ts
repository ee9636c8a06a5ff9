import { testDatabase } from '@hemgang/testing';
import { hemgang } from './run';
import { Client } from 'pg';

it('measure', async () => {
  const db = await testDatabase();
  const migrated = await hemgang(['migrate'], db.url);
  console.log(migrated);
  const t0 = performance.now();
  const ran = await hemgang(['seed', '--until-ready'], db.url);
  console.log(ran, performance.now() - t0);
  const c = new Client({ connectionString: db.url }); await c.connect();
  console.log((await c.query(`select word, count(*) from cases group by 1`)).rows, (await c.query(`select count(*) from events`)).rows,
   (await c.query(`select unit, key, count(*), count(*) filter (where due_at < now()) late from duties where closed_seq is null and unit = any($1) group by 1,2 order by 1,2`, [['nus-medicin-2','umea-bistand-norr','ersboda-halsocentral','umea-hemsjukvard-norr','umea-palliativt-team']])).rows.map(r=>Object.values(r).join(' ')).join('\n'));
  const id = (await c.query(`select id from cases where word='left' limit 1`)).rows[0].id;
  console.log((await hemgang(['case', 'show', id], db.url)).out);
  console.log((await hemgang(['case', 'show', id, '--lang', 'en'], db.url)).out.slice(0, 1500));
  console.log(await hemgang(['doctor'], db.url));
  console.log(await hemgang(['clock'], db.url), await hemgang(['clock', 'advance', '3d'], db.url), await hemgang(['--help'], db.url));
  await c.end(); await db.drop();
}, 120000);
