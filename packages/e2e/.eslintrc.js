module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: {
    // Waiting until the page shows something is how a browser test asserts.
    'jest/expect-expect': [
      'error',
      { assertFunctionNames: ['expect', '**.waitFor'] },
    ],
  },
});
