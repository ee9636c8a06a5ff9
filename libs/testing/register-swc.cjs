// `node --require libs/testing/register-swc.cjs file.ts` runs TypeScript as jest does, for specs
// that need a real process of their own. Knows relative imports only.
const { transformFileSync } = require('@swc/core');

require.extensions['.ts'] = (module, file) => {
  const { code } = transformFileSync(file, {
    jsc: { target: 'es2022', parser: { syntax: 'typescript', decorators: true } },
    module: { type: 'commonjs' },
  });
  module._compile(code, file);
};
