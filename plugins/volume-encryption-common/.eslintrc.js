// The core is pure: what it needs of the world it is given as a fact.
const impure = [
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'The core has no clock: take the moment as a fact.',
  },
  {
    selector:
      'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
    message: 'The core has no clock: take the moment as a fact.',
  },
  {
    selector:
      'CallExpression[callee.object.name="Math"][callee.property.name="random"]',
    message: 'The core has no randomness.',
  },
];
const outside = [
  'console',
  'crypto',
  'document',
  'fetch',
  'performance',
  'process',
  'setInterval',
  'setTimeout',
  'window',
];

module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  overrides: [
    {
      files: ['src/**/*.ts'],
      excludedFiles: ['**/*.test.ts'],
      rules: {
        'no-restricted-globals': ['error', ...outside],
        'no-restricted-syntax': ['error', ...impure],
      },
    },
  ],
});
