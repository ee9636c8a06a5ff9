const { createRequire, isBuiltin } = require('node:module');
const { relative } = require('node:path');
const { compileFunction } = require('node:vm');
const Runtime = require('jest-runtime').default;

/** What our program consists of; tests and what only they use is loaded anew by every suite. */
const PROGRAM = /^(apps|libs(?!\/testing\/)|workflows)\//;
const FOR_TESTS = /\.(spec|fixture|testing|contract)\.tsx?$/;

const OURS = /^(\.|\/|@hemgang\/|@workflows\/)/;
const JEST = /^@jest\/|\/node_modules\//;

/** Modules of our program that a suite of this process has loaded, by path. */
const loaded = new Map();

/** Where their lines come from, for the stacks of every suite. */
const sourceMaps = new Map();

/**
 * Loading the program takes a suite about two seconds of work, and there are over two hundred suites.
 * Here packages are loaded by Node itself, and the program once for all suites of a process: what it
 * keeps in its modules must not depend on who came before, as in the running service.
 */
module.exports = class SharingRuntime extends Runtime {
  constructor(config, ...rest) {
    super(config, ...rest);
    this.rootDir = config.rootDir;
    const { executor } = this;
    executor.compile = (source, filename) =>
      compileFunction(source, executor.injectedModuleParameters, { filename });
  }

  /** Jest replaces it in each suite's copy of `process`; here there is only one. */
  installGetBuiltinModule() {}

  requireModuleOrMock(from, name) {
    if (isBuiltin(name) || JEST.test(name) || JEST.test(from)) {
      return super.requireModuleOrMock(from, name);
    }
    if (!OURS.test(name)) return createRequire(from)(name);
    const path = this._resolution.resolveCjs(from, name);
    if (!this.isProgram(path)) return super.requireModuleOrMock(from, name);
    // Set when it is whole: modules that need each other are jest's business.
    if (!loaded.has(path)) loaded.set(path, super.requireModuleOrMock(from, name));
    return loaded.get(path);
  }

  getSourceMaps() {
    for (const [path, map] of super.getSourceMaps()) sourceMaps.set(path, map);
    return sourceMaps;
  }

  isProgram(path) {
    const own = relative(this.rootDir, path);
    return PROGRAM.test(own) && !FOR_TESTS.test(own);
  }
};
