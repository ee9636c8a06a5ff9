const { ModuleMocker } = require('jest-mock');

/** Under which jest-circus keeps what listens to a suite; it takes those of the suite before as well. */
const LISTENERS = Symbol.for('EVENT_HANDLERS');

/**
 * Suites run in the realm of their process and not in one of their own, so that what they load can
 * be shared (jest-runtime.cjs). What jest puts on the global, each suite puts there anew; what it
 * would find of the suite before is taken away at the end.
 */
module.exports = class ProcessRealm {
  global = globalThis;
  moduleMocker = new ModuleMocker(globalThis);
  // Time is an injected clock; nobody winds the timers of the process.
  fakeTimers = null;
  fakeTimersModern = null;

  exit = process.exit;
  console = globalThis.console;

  /** Which entry of a package's `exports` is taken. */
  exportConditions() {
    return ['node', 'node-addons'];
  }

  /** Asked for by jest only to see whether the suite still runs: our runtime compiles without. */
  getVmContext() {
    return this.global;
  }

  async setup() {}

  async teardown() {
    process.exit = this.exit;
    globalThis.console = this.console;
    delete globalThis[LISTENERS];
  }
};
