import { setupProblems, type KmsSetup } from './setupProblems';
import { testConnection } from './testConnection';

const SETUP = { authMount: 'kubernetes', role: 'csi-tenant' };

function problems(
  kmsType: string,
  options: Record<string, string> = {},
  setup: Partial<KmsSetup> = {},
) {
  const connection = testConnection(kmsType, options);
  return setupProblems(connection, { ...SETUP, ...setup });
}

it.each<[string, Record<string, string>, Partial<KmsSetup>]>([
  ['vaulttenantsa', { vaultRole: 'csi-tenant' }, {}],
  ['vaulttenantsa', {}, { role: 'csi-kubernetes' }],
  [
    'vaulttenantsa',
    {
      vaultRole: 'csi-tenant',
      vaultAuthPath: '/v1/auth/team/k8s/login',
      vaultNamespace: '/team/',
    },
    { authMount: 'team/k8s', namespace: 'team' },
  ],
  ['vaulttokens', {}, {}],
  ['vaulttokens', { vaultNamespace: 'a/b' }, { namespace: 'a/b' }],
  ['vault', { vaultNamespace: 'elsewhere' }, {}],
  ['kmip', {}, {}],
])('of %s with %j has none', (kmsType, options, setup) => {
  expect(problems(kmsType, options, setup)).toEqual([]);
});

it.each<[string, Record<string, string>, Partial<KmsSetup>, string]>([
  ['vaulttenantsa', {}, {}, 'warning vaultRole should be "csi-tenant"'],
  [
    'vaulttenantsa',
    { vaultRole: 'csi-tenant', vaultAuthPath: 'other' },
    {},
    'warning vaultAuthPath should be "kubernetes"',
  ],
  [
    'vaulttenantsa',
    { vaultRole: 'csi-tenant', vaultAuthPath: 'auth/other' },
    {},
    'warning vaultAuthPath should be "kubernetes"',
  ],
  [
    'vaulttenantsa',
    { vaultRole: '' },
    { role: 'csi-kubernetes' },
    'warning vaultRole should be "csi-kubernetes"',
  ],
  [
    'vaulttokens',
    { vaultAuthNamespace: 'b' },
    {},
    'error vaultAuthNamespace should be empty',
  ],
  [
    'vaulttokens',
    { vaultNamespace: 'b', vaultAuthNamespace: 'a' },
    { namespace: 'a' },
    'error vaultNamespace should be "a"',
  ],
])('of %s with %j are told', (kmsType, options, setup, said) => {
  const [severity, ...words] = said.split(' ');
  expect(problems(kmsType, options, setup)).toEqual([
    {
      code: 'connection-not-set-up',
      severity,
      message: expect.stringContaining(words.join(' ')),
    },
  ]);
});

it.each(['vaultRole', 'vaultAuthPath', 'vaultNamespace', 'vaultAuthNamespace'])(
  'repeats nothing of a secret that was pasted into %s',
  name => {
    const found = problems('vaulttenantsa', { [name]: 'canary-of-a-secret' });
    expect(found.length).toBeGreaterThan(0);
    expect(JSON.stringify(found)).not.toContain('canary');
  },
);
