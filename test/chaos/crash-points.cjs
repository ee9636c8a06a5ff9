'use strict';
// Loaded into a process of the service before its own code (`node --require`), by tests only. Every
// named SQL statement, every adding to the queue and every job is a point at which the process can
// be made to kill itself with SIGKILL: nothing of it is tidied up, as when the machine dies.
//
// HEMGANG_CRASH_AT="after write-cases 7"  kills at the seventh passage, once the process is at work
// HEMGANG_CRASH_WORK="load-for-commands"   the process is at work from the first passage of this on
// HEMGANG_CRASH_FILE                       gets a line for each of the first passages, and for the death
const { appendFileSync } = require('node:fs');
const { Client } = require('pg');

const { HEMGANG_CRASH_AT, HEMGANG_CRASH_WORK, HEMGANG_CRASH_FILE } = process.env;
const [phase, point, passage] = (HEMGANG_CRASH_AT ?? '').split(' ');

/** Statements that have no name of their own. */
const BARE = /^(begin|commit)\b/;

/** More passages than a point is ever armed for need not be noted. */
const NOTED_MAX = 3;

const seen = new Map();
let isAtWork = false;
let passed = 0;

/** Whether this is the passage at which the process dies. */
function isTurnOf(name) {
  if (name === HEMGANG_CRASH_WORK) isAtWork = true;
  if (!isAtWork) return false;
  const times = (seen.get(name) ?? 0) + 1;
  seen.set(name, times);
  if (times <= NOTED_MAX) appendFileSync(HEMGANG_CRASH_FILE, `seen ${name}\n`);
  if (name !== point) return false;
  passed += 1;
  return passed === Number(passage);
}

function die() {
  appendFileSync(HEMGANG_CRASH_FILE, `died ${phase} ${point}\n`);
  process.kill(process.pid, 'SIGKILL');
}

/** Does the work and dies before it, in its midst, or when it is done and nobody knows yet. */
function dieAround(work) {
  if (phase === 'before') die();
  const result = work();
  // The bytes are with the kernel by then, and the other side goes on without us.
  if (phase === 'during') setImmediate(die);
  return phase === 'after' ? result.then(die, die) : result;
}

function nameOf(config) {
  if (typeof config === 'string') return BARE.exec(config)?.[0];
  return config.name;
}

const { query } = Client.prototype;
Client.prototype.query = function (config, ...rest) {
  const name = nameOf(config);
  if (name === undefined || !isTurnOf(name)) return query.call(this, config, ...rest);
  const answer = rest.findIndex((each) => typeof each === 'function');
  if (answer < 0) return dieAround(() => query.call(this, config, ...rest));
  // The pool gives a function to be called instead of taking a promise.
  if (phase === 'after') rest[answer] = die;
  return dieAround(() => query.call(this, config, ...rest) ?? Promise.race([]));
};

function wrap(owner, method, nameOfCall) {
  const original = owner[method];
  owner[method] = function (...args) {
    if (!isTurnOf(nameOfCall(args))) return original.apply(this, args);
    return dieAround(() => original.apply(this, args));
  };
}

if (HEMGANG_CRASH_WORK === 'claim-outbox') {
  // Only a worker has a queue; loading it would make every start of an API slower.
  const { Queue, Worker } = require('bullmq');
  wrap(Queue.prototype, 'addBulk', () => 'queue-add');
  wrap(Worker.prototype, 'callProcessJob', ([job]) => `handle-${job.name}`);
}
