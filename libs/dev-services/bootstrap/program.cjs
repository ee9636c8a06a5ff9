// Starts a program of dist/programs: `api.js`, a copy of this file, runs `api.code.js` with what V8
// made of it when it was built (`api.compiled`). Another Node refuses that and compiles anew.
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const { createRequire, wrap } = require('node:module');
const { dirname } = require('node:path');
const { constants, Script } = require('node:vm');

const filename = __filename.replace(/\.js$/, '.code.js');
const kept = __filename.replace(/\.js$/, '.compiled');

const script = new Script(wrap(readFileSync(filename, 'utf8')), {
  filename,
  cachedData: existsSync(kept) ? readFileSync(kept) : undefined,
  importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
});
// Only the build asks for this: by then it has compiled what a start needs.
if (process.env.HEMGANG_KEEP_COMPILED === '1') {
  process.once('exit', () => writeFileSync(kept, script.createCachedData()));
}
const own = { exports: {} };
script.runInThisContext()(own.exports, createRequire(filename), own, filename, dirname(filename));
