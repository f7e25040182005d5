import {
  judgeAccount,
  observed,
  unknown,
  type AccountFacts,
  type KmsConnection,
} from 'backstage-plugin-volume-encryption-common';
import { namespaceOf } from '../__testUtils__/objects';
import { accountIn, ours } from './__testUtils__/indexOf';
import { accountView } from './credentialView';

const at = '2026-03-01T12:00:00Z';
const deletedAt = '2026-03-01T11:59:00Z';
const connection: KmsConnection = {
  kmsId: 'sa',
  kmsType: 'vaulttenantsa',
  options: { vaultRole: 'csi-tenant' },
  written: {},
  notText: [],
  ignored: [],
};
const role = {
  bound_service_account_names: ['ceph-csi-vault-sa'],
  bound_service_account_namespaces: ['web'],
  token_policies: ['csi-tenant-sa'],
};

function viewOf(changes: Partial<AccountFacts> = {}) {
  const facts: AccountFacts = {
    serviceAccount: observed(accountIn('web'), at),
    namespace: observed(namespaceOf('web'), at),
    role: observed(role, at),
    setUp: {
      authMount: 'kubernetes',
      role: 'csi-tenant',
      policy: 'csi-tenant-sa',
    },
    ...changes,
  };
  return accountView(
    judgeAccount('ceph-csi-vault-sa', connection, facts),
    facts,
  );
}

const account = (found?: ReturnType<typeof accountIn>) => ({
  serviceAccount: observed(found, at),
});

describe('a ServiceAccount that a tenant logs in with', () => {
  it.each<[string, Partial<AccountFacts>]>([
    ['live', {}],
    ['missing', account()],
    ['foreign', account(accountIn('web', {}))],
    ['refused', account(accountIn('web', { ...ours, deletedAt }))],
    ['refused', account(accountIn('web', { deletedAt }))],
    ['refused', { role: observed(undefined, at) }],
    ['refused', { namespace: observed(namespaceOf('api'), at) }],
    ['unknown', { role: observed({ ...role, token_policies: [] }, at) }],
  ])('is %s', (state, changes) => {
    expect(viewOf(changes)).toMatchObject({
      kind: 'tenant-service-account',
      state,
      checkedAt: at,
    });
  });

  it('says what was not tried', () => {
    expect(viewOf().message).toContain('The login itself is not tried.');
  });

  it('says to wait while finalizers hold it', () => {
    const held = account(accountIn('web', { ...ours, deletedAt }));
    expect(viewOf(held).message).toContain('Wait until it is gone');
  });

  it.each(['serviceAccount', 'namespace', 'role'])(
    'is unknown where its %s could not be read',
    fact => {
      const denied = unknown('denied', 'Allow it in RBAC.');
      expect(viewOf({ [fact]: denied })).toMatchObject({
        state: 'unknown',
        message: expect.stringContaining('Allow it in RBAC.'),
      });
    },
  );
});
