// The arrows between rooms and packages: what may import what.
const ours = name => `^plugins/${name}/src`;

module.exports = {
  forbidden: [
    {
      name: 'no-two-way-arrows-between-folders',
      comment: 'Two folders that need each other are one folder or three.',
      severity: 'error',
      scope: 'folder',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-io-in-common',
      comment: 'The core is pure: no module of Node.',
      severity: 'error',
      from: {
        path: ours('volume-encryption-common'),
        pathNot: '(\\.test\\.ts$|/__testUtils__/)',
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'common-reaches-nowhere',
      severity: 'error',
      from: { path: ours('volume-encryption-common') },
      to: {
        path: '^(plugins|packages|testbed|bench)/',
        pathNot: ours('volume-encryption-common'),
      },
    },
    {
      name: 'node-reaches-common-only',
      severity: 'error',
      from: { path: ours('volume-encryption-node') },
      to: {
        path: '^(plugins|packages|testbed|bench)/',
        pathNot: [
          ours('volume-encryption-node'),
          ours('volume-encryption-common'),
        ],
      },
    },
    {
      name: 'frontend-reaches-common-only',
      severity: 'error',
      from: { path: ours('volume-encryption') },
      to: {
        path: '^(plugins|packages|testbed|bench)/',
        pathNot: [
          ours('volume-encryption'),
          ours('volume-encryption-common'),
          '^plugins/volume-encryption/package\\.json$',
        ],
      },
    },
    {
      name: 'backend-reaches-node-and-common-only',
      severity: 'error',
      from: {
        path: [
          ours('volume-encryption-backend'),
          ours('scaffolder-backend-module-volume-encryption'),
          ours('catalog-backend-module-volume-encryption'),
        ],
        pathNot: '(\\.test\\.ts$|/testing/|/__testUtils__/)',
      },
      to: {
        path: '^(plugins|packages|testbed|bench)/',
        pathNot: [
          ours('volume-encryption-backend'),
          ours('scaffolder-backend-module-volume-encryption'),
          ours('catalog-backend-module-volume-encryption'),
          ours('volume-encryption-node'),
          ours('volume-encryption-common'),
        ],
      },
    },
    {
      name: 'sandbox-and-testbed-import-none-of-the-product',
      severity: 'error',
      from: { path: '^(packages/sandbox|testbed)/' },
      to: { path: '^plugins/' },
    },
    {
      name: 'only-one-file-each-knows-the-clients',
      comment: 'The two clients stay behind their adapters.',
      severity: 'error',
      from: {
        path: '^plugins/',
        pathNot: ['^plugins/volume-encryption-backend/src/(cluster|vault)/'],
      },
      to: { path: 'node_modules/(@kubernetes/client-node|node-vault)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: {
      path: ['\\.generated\\.ts$', '^(plugins|packages)/[^/]+/dist/'],
    },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js'],
      mainFields: ['types', 'main'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
