'use strict';
// The worker as it is (relay, queue, sweeper, handlers), but that each outbox row is also carried
// out of the system before it is handled: its key is posted to a receiver at EFFECTS_URL. It stands
// for the mail and SMS gateways that repeat a sending with the same key when they know no better.
const { Pool } = require('pg');
const { readConfig } = require('../../dist/libs/config/index.js');
const { createLogger } = require('../../dist/libs/observability/index.js');
const { outboxHandlers } = require('../../dist/apps/worker/outbox-handlers.js');
const { startWorker } = require('../../dist/apps/worker/start-worker.js');

const { config } = readConfig(process.env);
const pool = new Pool({ connectionString: config.databases.works, max: 4 });
pool.on('error', () => undefined);

const WAITING = `
  select key, case_id || ' ' || seq || ' ' || receiver || ' ' || job as what from outbox
  where id = any ($1::bigint[]) and parked_at is null order by id`;

async function post({ key, what }) {
  const answer = await fetch(process.env.EFFECTS_URL, {
    method: 'POST',
    headers: { 'idempotency-key': key },
    body: what,
  });
  if (!answer.ok) throw new Error(`the receiver answered ${answer.status}`);
}

const withEffects = (handler) => ({
  ...handler,
  async handle(payload, signal) {
    const { rows } = await pool.query(WAITING, [payload.outboxIds]);
    await Promise.all(rows.map(post));
    await handler.handle(payload, signal);
  },
});

startWorker(config, createLogger('worker', config.logLevel), (...given) =>
  outboxHandlers(...given).map(withEffects),
).catch((error) => {
  process.stderr.write(`${error}\n`);
  process.exit(1);
});
