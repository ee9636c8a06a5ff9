import tseslint from 'typescript-eslint';

/** Limits of the house; test/architecture counts the same for specs and every other file. */
const FILE_LINES_MAX = 400;
const FUNCTION_LINES_MAX = 70;
const PARAMETERS_MAX = 5;

const everywhere = [
  {
    selector: 'ImportExpression[source.value=/^@(hemgang|workflows)\\u002F/]',
    message: 'nest build rewrites aliases in static imports only; this import fails at run time.',
  },
];

const fewParameters = [
  {
    selector: [
      `FunctionDeclaration[params.length>${PARAMETERS_MAX}]`,
      `ArrowFunctionExpression[params.length>${PARAMETERS_MAX}]`,
      `MethodDefinition[kind!='constructor'] > FunctionExpression[params.length>${PARAMETERS_MAX}]`,
    ].join(','),
    message: `More than ${PARAMETERS_MAX} parameters: give them names in one object.`,
  },
];

/** One clock for all processes: a second source of "now" makes due times disagree. */
const ownClock = [
  "CallExpression[callee.object.name='Date'][callee.property.name='now']",
  "CallExpression[callee.name='Date']",
  "NewExpression[callee.name='Date'][arguments.length=0]",
  "MemberExpression[object.name='Temporal'][property.name='Now']",
].map((selector) => ({
  selector,
  message: 'Ask the Clock (libs/kernel/clock.ts) what time it is.',
}));

/** Replay needs nothing but the log, so ids and chance come inside the event. */
const chance = [
  "CallExpression[callee.object.name='Math'][callee.property.name='random']",
  'CallExpression[callee.name=/^random(UUID|Bytes|Int)$/]',
  'CallExpression[callee.property.name=/^random(UUID|Bytes|Int)$/]',
].map((selector) => ({ selector, message: 'Pure code: ids and chance come inside the event.' }));

const aFunction = ':matches(ArrowFunctionExpression,FunctionExpression)';
const named = 'Property[key.name=/^(actions|entry|exit|guard|delay)$/]';
/** A machine is a table of names: code hangs on the names in setup(), durable time on duties. */
const machines = [
  {
    selector: `${named} > ${aFunction}, ${named} > ArrayExpression > ${aFunction}`,
    message: 'Name the action or guard in setup() and write its name here.',
  },
  {
    selector:
      "CallExpression[callee.property.name='createMachine'] Property[key.name=/^(after|invoke)$/]",
    message: 'Durable time and outside work belong to duties and effects, not to the machine.',
  },
  {
    selector: "Property[key.name='type'][value.value='final']",
    message: "XState's final ends corrections too; tag the state `over` instead.",
  },
  {
    selector: "CallExpression[callee.property.name='start'][arguments.length=0]",
    message: 'No live actors: a started actor runs its children again.',
  },
];

/** What looks and behaves as the design system does is behind one door, so that it can be changed there. */
const rawButtons = [
  {
    selector: "JSXOpeningElement[name.name='button']",
    message: 'Use Button of apps/web/src/ui/button.',
  },
];
const library = '^(react-aria|react-stately|@react-(aria|stately|types)/|@midas-ds/';
const outsideOfUi = {
  message: 'Only apps/web/src/ui knows the design system.',
};

const typed = ['**/*.ts', '**/*.tsx'];
const pure = ['libs/engine/**/*.ts', 'libs/kernel/**/*.ts', 'workflows/**/*.ts'];
const specs = ['**/*.{spec,contract,fixture,testing}.{ts,tsx}', 'test/**/*.ts'];

const configs = tseslint.config(
  { ignores: ['**/dist/', '.hemgang/', 'coverage/'] },
  { linterOptions: { noInlineConfig: true } },
  {
    rules: {
      // `== null` asks for null and undefined at once, which is what an optional fact means.
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-param-reassign': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'max-lines': ['error', FILE_LINES_MAX],
      'max-lines-per-function': ['error', FUNCTION_LINES_MAX],
      'no-restricted-syntax': ['error', ...everywhere, ...fewParameters],
    },
  },
  {
    files: typed,
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      // A `default` says that the other cases are meant to be alike.
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // Marked so to stand out: a provider without TLS is allowed in a demo's file of issuers only.
      '@typescript-eslint/no-deprecated': [
        'error',
        { allow: [{ from: 'package', name: 'allowInsecureRequests', package: 'openid-client' }] },
      ],
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/prefer-readonly': 'error',
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowNever: true },
      ],
      // A parameter or a part left out stays where its place is demanded; `_` says so.
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      // It calls a condition constant that changes while we wait (`signal.aborted` after an await).
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // Nothing here is an enum; to look for them takes a quarter of all checking.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      // NestJS declares its options as classes and takes plain objects.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // `() => void promise()` and `() => list.push(x)` are how short callbacks read.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      // An async method keeps the promise of its port even when this adapter need not wait.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['apps/{api,worker,cli}/**/*.ts', 'libs/**/*.ts'],
    // The machine's own clock is looked at in one place, to say how wrong it is.
    ignores: [...specs, 'libs/{dev-services,testing}/**', 'libs/store/wall-clock.ts'],
    rules: { 'no-restricted-syntax': ['error', ...everywhere, ...fewParameters, ...ownClock] },
  },
  {
    files: pure,
    ignores: specs,
    rules: {
      'no-restricted-syntax': [
        'error',
        ...everywhere,
        ...fewParameters,
        ...ownClock,
        ...chance,
        ...machines,
      ],
    },
  },
  {
    files: ['apps/web/src/**/*.{ts,tsx}'],
    ignores: ['apps/web/src/ui/**'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ ...outsideOfUi, regex: `${library})` }] }],
      'no-restricted-syntax': ['error', ...everywhere, ...fewParameters, ...rawButtons],
    },
  },
  {
    files: ['apps/web/src/main.tsx'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ ...outsideOfUi, regex: `${library}(?!theme/[\\w-]+\\.css$))` }] },
      ],
    },
  },
  {
    files: ['apps/web/src/ui/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          name: '@midas-ds/components',
          message: 'All of it; name the one: @midas-ds/components/button.',
        },
      ],
    },
  },
  {
    files: ['apps/cli/**', 'libs/dev-services/**'],
    rules: { 'no-console': 'off' },
  },
  {
    // Answers, rows and jest's asymmetric matchers are untyped; an expectation checks them instead.
    files: specs,
    rules: {
      'no-restricted-syntax': ['error', ...everywhere],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['**/*machine*.ts', 'libs/store/migrations/**', ...specs],
    rules: { 'max-lines-per-function': 'off' },
  },
);

/** What a program has written is judged by no rule; asked for by name it is no unknown file either. */
const generated = {
  files: ['**/generated/**'],
  languageOptions: { parserOptions: { projectService: false } },
  rules: Object.fromEntries(
    configs.flatMap(({ rules = {} }) => Object.keys(rules)).map((rule) => [rule, 'off']),
  ),
};

export default [...configs, generated];
