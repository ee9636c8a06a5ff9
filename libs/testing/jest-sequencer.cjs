const { default: Sequencer } = require('@jest/test-sequencer');

/** Where suites start servers, programs and browsers, and wait for them. */
const DEAR = /[\\/](test|libs[\\/](queue|dev-services))[\\/]/;

/**
 * Long suites begin first, so that none is left running alone at the end. Jest knows how long each
 * took from the run before; on a fresh clone, where it does not, those that start things go first.
 */
module.exports = class LongSuitesFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    if (sorted.some(({ duration }) => duration !== undefined)) return sorted;
    return [true, false].flatMap((isDear) =>
      sorted.filter(({ path }) => DEAR.test(path) === isDear),
    );
  }
};
