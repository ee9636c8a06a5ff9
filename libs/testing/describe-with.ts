import { pathOf, type Program } from './program';

/**
 * As `describe`, for suites that need a program. Without it one skipped test says which; `npm test`
 * reads that title and prints the command that installs the program.
 */
export function describeWith(program: Program, name: string, suite: () => void): void {
  if (pathOf(program) !== null) {
    describe(name, suite);
    return;
  }
  describe(name, () => {
    it.skip(`needs ${program}, which is not installed`, () => undefined);
  });
}
