// `node --require libs/testing/register-swc.cjs file.ts` runs TypeScript as jest does, for specs
// that need a real process of their own. Knows relative imports and our own libraries.
const Module = require('node:module');
const { join } = require('node:path');
const { transformFileSync } = require('@swc/core');

const root = join(__dirname, '..', '..');
const resolved = Module._resolveFilename;

Module._resolveFilename = function (request, ...rest) {
  const [, scope, name] = /^@(hemgang|workflows)\/([^/]+)$/.exec(request) ?? [];
  if (scope === undefined) return resolved.call(this, request, ...rest);
  return join(root, scope === 'hemgang' ? 'libs' : 'workflows', name, 'index.ts');
};

require.extensions['.ts'] = (module, file) => {
  const { code } = transformFileSync(file, {
    jsc: { target: 'es2022', parser: { syntax: 'typescript', decorators: true } },
    module: { type: 'commonjs' },
  });
  module._compile(code, file);
};
