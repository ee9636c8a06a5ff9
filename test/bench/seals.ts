import { setTimeout as pause } from 'node:timers/promises';
import { newKey, readKeys, type Sealer } from '@hemgang/access';
import { median, shown, type Figure } from './figures';
import type { Ground } from './ground';
import { closedLoop, perSecond } from './load';

/** Some hours of a county. */
const LINES = 40_000;
const CLIENTS = 8;
const SECONDS = 4;
const REPETITIONS = 3;
/** As the worker does it. */
const ROUND_MS = 1_000;

/** How fast both logs are sealed and verified, and what it costs those who write meanwhile. */
export async function logsSealed(ground: Ground): Promise<Figure[]> {
  const { audit } = ground.service.auditing;
  const sealer = audit.sealer({ keys: readKeys(newKey()), folder: null, controllers: () => [] });
  await closedLoop(CLIENTS, SECONDS, () => ground.lifecycle.run());
  await sealer.finish();
  const alone: number[] = [];
  const sealed: number[] = [];
  for (let repetition = 0; repetition < REPETITIONS; repetition += 1) {
    alone.push(await rate(ground));
    sealed.push(await whileSealing(sealer, () => rate(ground)));
    await sealer.finish();
  }
  await ground.pool.query(
    `insert into access_log (at, staff, assignment, unit, person, case_id, action)
     select recorded_at, 'x', 'x', 'x', case_id, case_id, 'read:case'
     from events, generate_series(1, 1 + $1 / (select count(*)::int from events)) limit $1`,
    [LINES],
  );
  const sealing = await secondsOf(() => sealer.finish());
  let lines = 0;
  const verifying = await secondsOf(async () => {
    const verdict = await audit.verify([]);
    if (verdict.fault !== null) throw new Error(JSON.stringify(verdict.fault));
    lines = verdict.lines;
  });
  return [
    shown('sealing', LINES / sealing, 'lines/s'),
    shown('verifying', lines / verifying, 'lines/s'),
    shown(`use case while sealed, ${CLIENTS} clients`, median(sealed) / median(alone), '×'),
  ];
}

async function rate(ground: Ground): Promise<number> {
  return perSecond(await closedLoop(CLIENTS, SECONDS, () => ground.lifecycle.run()));
}

async function whileSealing(sealer: Sealer, measure: () => Promise<number>): Promise<number> {
  let isOver = false;
  const sealing = (async () => {
    while (!isOver) if (!(await sealer.round())) await pause(ROUND_MS);
  })();
  const measured = await measure();
  isOver = true;
  await sealing;
  return measured;
}

async function secondsOf(work: () => Promise<void>): Promise<number> {
  const from = performance.now();
  await work();
  return (performance.now() - from) / 1_000;
}
