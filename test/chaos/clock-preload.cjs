'use strict';
// Loaded into a process of the service before its own code (`node --require`), by tests only: its
// wall clock can be turned, and stand still, while it runs. The file HEMGANG_WALL_CLOCK says how:
// {"aheadMs": 3600000} or {"frozen": true}. The monotonic counter and the timers are left alone, as
// they are when somebody sets the clock of a real machine.
const { readFileSync } = require('node:fs');

const LOOK_EVERY_MS = 20;

const Real = Date;
let said = '';
let aheadMs = 0;
let frozenAt = null;

const wall = () => frozenAt ?? Real.now() + aheadMs;

function look() {
  let text = said;
  try {
    text = readFileSync(process.env.HEMGANG_WALL_CLOCK, 'utf8');
  } catch {
    // It is being written.
  }
  if (text === said || text === '') return;
  const order = JSON.parse(text);
  said = text;
  aheadMs = order.aheadMs ?? 0;
  frozenAt = order.frozen ? Real.now() : null;
  process.stdout.write(`the wall clock is turned: ${text}\n`);
}

globalThis.Date = new Proxy(Real, {
  construct: (target, given, self) =>
    Reflect.construct(target, given.length === 0 ? [wall()] : given, self),
  apply: () => new Real(wall()).toString(),
  get: (target, name) => (name === 'now' ? wall : Reflect.get(target, name)),
});

look();
setInterval(look, LOOK_EVERY_MS).unref();
