const { default: Sequencer } = require('@jest/test-sequencer');

/**
 * Where suites take longest: one that lives on what the others leave of the processors, then faults
 * under load, then what starts servers, programs and browsers.
 */
const DEAR = [
  /[\\/]test[\\/]chaos[\\/]virtual-time/,
  /[\\/]test[\\/]chaos[\\/]killed/,
  /[\\/]test[\\/]chaos[\\/]/,
  /[\\/](test|libs[\\/](queue|dev-services))[\\/]/,
];

const rankOf = ({ path }) => {
  const rank = DEAR.findIndex((pattern) => pattern.test(path));
  return rank < 0 ? DEAR.length : rank;
};

/**
 * Long suites begin first, so that none is left running alone at the end. Jest knows how long each
 * took from the run before; on a fresh clone, where it does not, it goes by where they lie.
 */
module.exports = class LongSuitesFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    if (sorted.some(({ duration }) => duration !== undefined)) return sorted;
    return sorted.toSorted((one, other) => rankOf(one) - rankOf(other));
  }
};
