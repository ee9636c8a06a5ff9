'use strict';
// Loaded into a worker before its own code (`node --require`), by tests only: each outbox row is also
// carried out of the system before its job is handled: its key is posted to a receiver at
// EFFECTS_URL. It stands for the mail and SMS gateways that repeat a sending with the same key when
// they know no better. A crash point of a job lies around both.
const { Worker } = require('bullmq');
const { Pool } = require('pg');

const { DATABASE_URL, EFFECTS_URL } = process.env;
const pool = new Pool({ connectionString: DATABASE_URL, max: 4 });
pool.on('error', () => undefined);

const WAITING = `
  select key, case_id || ' ' || seq || ' ' || receiver || ' ' || job as what from outbox
  where id = any ($1::bigint[]) and parked_at is null order by id`;

async function post({ key, what }) {
  const answer = await fetch(EFFECTS_URL, {
    method: 'POST',
    headers: { 'idempotency-key': key },
    body: what,
  });
  if (!answer.ok) throw new Error(`the receiver answered ${answer.status}`);
}

const { callProcessJob } = Worker.prototype;
Worker.prototype.callProcessJob = async function (job, ...rest) {
  const { rows } = await pool.query(WAITING, [job.data.outboxIds ?? []]);
  await Promise.all(rows.map(post));
  return callProcessJob.call(this, job, ...rest);
};
