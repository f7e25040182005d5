import { testConnection } from '../kmsConnection/testConnection';
import { requireOverridesFit } from './requireOverridesFit';
import { tenantConfigOf } from './testState';

const shared = testConnection('vaulttenantsa', { vaultRole: 'csi-tenant' });

it.each<Record<string, string>>([
  { vaultAddress: 'https://mine.example' },
  { vaultNamespace: 'mine' },
  { tenantSAName: 'mine' },
])('refuses to set up what %j leads past', data => {
  expect(() =>
    requireOverridesFit(shared, { configMap: tenantConfigOf(data) }),
  ).toThrow(
    expect.objectContaining({
      code: 'conflict',
      message: expect.stringContaining(Object.keys(data)[0]),
    }),
  );
});

it('notes what else a tenant sets for himself', () => {
  const data = { vaultRole: 'mine', vaultAuthPath: 'mine' };
  const notes = requireOverridesFit(shared, {
    configMap: tenantConfigOf(data),
  });
  expect(notes).toMatchObject([
    {
      code: 'tenant-overrides',
      message: expect.stringContaining('vaultAuthPath, vaultRole'),
    },
  ]);
});

it.each([
  ['no ConfigMap', undefined],
  ['our own', tenantConfigOf()],
  [
    'one that repeats the connection',
    tenantConfigOf({ vaultRole: 'csi-tenant' }),
  ],
  [
    'one that sets what nobody may',
    tenantConfigOf({ tenantTokenName: 'mine' }),
  ],
])('has nothing to say of %s', (_, configMap) => {
  expect(requireOverridesFit(shared, { configMap })).toEqual([]);
});

it('lets a tenant with a token name any ServiceAccount', () => {
  const withToken = testConnection('vaulttokens');
  const configMap = tenantConfigOf({ tenantSAName: 'mine', vaultRole: 'a' });
  expect(requireOverridesFit(withToken, { configMap })).toEqual([]);
});
