import type { TenantOnboardRequest } from '../contract/api';
import { planTenantOnboard } from './planTenantOnboard';
import { renderManifests } from './renderManifests';
import type { TenantState } from './tenantState';
import {
  BAD_NAMES,
  namespaceOf,
  tenantConfigOf,
  tenantStateOf,
  volumeOf,
} from './testState';
import { accountOf, KV2, TENANT } from './testTenant';

const request: TenantOnboardRequest = {
  operation: 'tenant-onboard',
  ...TENANT,
  kmsId: 'vault-sa',
  owner: 'payments',
  createNamespace: false,
};
const OWNER = 'volume-encryption.backstage.io/owner';
const unserved = namespaceOf({ labels: {}, annotations: {} });

const planned = (
  state: Partial<TenantState> = {},
  asked: Partial<TenantOnboardRequest> = {},
) => planTenantOnboard({ ...request, ...asked }, tenantStateOf(state));
const ids = (...given: Parameters<typeof planned>) =>
  planned(...given).steps.map(({ id, change }) => `${id} ${change}`);
const refusal =
  (...given: Parameters<typeof planned>) =>
  () =>
    planned(...given);

it('gives consent last, when mount and credential are there', () => {
  expect(ids({ namespace: unserved })).toEqual([
    'mount create',
    'service-account create',
    'config-map create',
    'consent update',
  ]);
  expect(ids({ namespace: unserved }, { kmsId: 'vault-tokens' })).toEqual([
    'mount create',
    'config-map create',
    'token create',
    'consent update',
  ]);
});

it('makes a namespace first where that was asked for', () => {
  const asked = { createNamespace: true };
  expect(ids({ namespace: undefined }, asked)).toEqual([
    'namespace create',
    'mount create',
    'service-account create',
    'config-map create',
    'consent update',
  ]);
  const { steps } = planned({ namespace: undefined }, asked);
  const labels = {
    'app.kubernetes.io/managed-by': 'backstage-volume-encryption',
    'csi-kms': 'enabled',
  };
  expect(steps[0]).toMatchObject({
    manifest: { kind: 'Namespace', metadata: { name: 'payments', labels } },
  });
  expect(steps[0]).not.toHaveProperty('manifest.metadata.annotations');
  expect(steps.at(-1)).toMatchObject({
    manifest: {
      metadata: { labels, annotations: { [OWNER]: 'group:default/payments' } },
    },
  });
});

describe('where namespaces may not be created', () => {
  const asked = { createNamespace: true };
  const without = (newNamespace: TenantState['newNamespace']) => ({
    namespace: undefined,
    newNamespace,
  });
  const byRequest = without({ by: 'project-request', mayPatch: true });
  const bare = without({ by: 'project-request', mayPatch: false });

  it('asks OpenShift for a project, and gives consent last', () => {
    expect(ids(byRequest, asked)).toEqual([
      'namespace create',
      'mount create',
      'service-account create',
      'config-map create',
      'consent update',
    ]);
    const plan = planned(byRequest, asked);
    expect(plan.steps[0]).toMatchObject({
      kind: 'request-project',
      request: {
        apiVersion: 'project.openshift.io/v1',
        kind: 'ProjectRequest',
        metadata: { name: 'payments' },
      },
    });
    expect(plan.consent).toEqual({ to: 'group:default/payments' });
    expect(plan.notes.map(({ code }) => code)).toContain('project-admin');
    expect(renderManifests(plan)).toContain('kind: ProjectRequest');
  });

  it('leaves the consent to the administrator, in words to run', () => {
    const plan = planned(bare, asked);
    expect(plan.steps.map(({ id }) => id)).toEqual([
      'namespace',
      'mount',
      'service-account',
      'config-map',
    ]);
    expect(plan.consent).toBeUndefined();
    const note = plan.notes.find(({ code }) => code === 'consent-left');
    expect(note?.message).toContain(
      `oc label namespace payments csi-kms=enabled && oc annotate namespace payments ${OWNER}=group:default/payments`,
    );
  });

  it('asks for no label that only ServiceAccounts need', () => {
    const { notes } = planned(bare, { ...asked, kmsId: 'vault-tokens' });
    const note = notes.find(({ code }) => code === 'consent-left');
    expect(note?.message).toContain(`runs: oc annotate namespace payments`);
  });

  it('refuses where projects may not be requested either', () => {
    const none = without({ by: 'none', mayPatch: true });
    expect(refusal(none, asked)).toThrow(
      expect.objectContaining({
        code: 'cluster-denied',
        field: 'createNamespace',
        message: expect.stringContaining('self-provisioner'),
      }),
    );
  });

  it('refuses a name that OpenShift keeps for itself', () => {
    const named = { ...asked, namespace: 'kubernetes-tools' };
    expect(refusal(byRequest, named)).toThrow(
      expect.objectContaining({ code: 'invalid-input', field: 'namespace' }),
    );
  });
});

it('changes the namespace that was looked at, and only what it lacks', () => {
  expect(planned({ namespace: unserved }).steps.at(-1)).toMatchObject({
    kind: 'patch',
    target: { uid: 'uid-of-payments', resourceVersion: '1' },
    patch: {
      annotations: { [OWNER]: 'group:default/payments' },
      labels: { 'csi-kms': 'enabled' },
    },
  });
  const unselected = namespaceOf({ labels: {} });
  expect(planned({ namespace: unselected }).steps.at(-1)).toMatchObject({
    patch: { annotations: undefined, labels: { 'csi-kms': 'enabled' } },
  });
});

it('opens the role for ServiceAccounts to no tenant with tokens', () => {
  const step = planned({ namespace: unserved }, { kmsId: 'vault-tokens' });
  expect(step.steps.at(-1)).toMatchObject({ patch: { labels: undefined } });
});

it.each(['payments', 'group:payments', 'Group:Default/Payments'])(
  'has nothing to change where the namespace serves %s',
  owner => {
    expect(ids({}, { owner }).at(-1)).toBe('consent none');
  },
);

it('refuses a namespace that serves another owner', () => {
  expect(refusal({}, { owner: 'shop' })).toThrow(
    expect.objectContaining({
      code: 'conflict',
      field: 'owner',
      message: expect.stringContaining('namespace-consent'),
    }),
  );
});

it.each(['', 'a b', '../x', 'group:', 'group:default/', 'x'.repeat(64), '..'])(
  'refuses the owner "%s"',
  owner => {
    expect(refusal({}, { owner })).toThrow(
      expect.objectContaining({ code: 'invalid-input', field: 'owner' }),
    );
  },
);

it('tells how a missing namespace is made', () => {
  expect(refusal({ namespace: undefined })).toThrow(
    expect.objectContaining({
      code: 'not-found',
      message: expect.stringContaining('createNamespace'),
    }),
  );
});

it.each(['default', 'kube-system', 'rook-ceph', 'openshift-storage'])(
  'refuses the namespace %s',
  namespace => {
    expect(refusal({}, { namespace })).toThrow(
      expect.objectContaining({ code: 'invalid-input', field: 'namespace' }),
    );
  },
);

it.each(BAD_NAMES)('refuses the namespace "%s"', namespace => {
  expect(refusal({}, { namespace })).toThrow(
    expect.objectContaining({ code: 'invalid-input', field: 'namespace' }),
  );
});

it('refuses a namespace that ends', () => {
  const deletedAt = '2026-01-01T00:00:00Z';
  expect(refusal({ namespace: namespaceOf({ deletedAt }) })).toThrow(
    expect.objectContaining({ code: 'conflict' }),
  );
});

it('refuses a connection that has no tenants', () => {
  expect(refusal({}, { kmsId: 'by-metadata' })).toThrow(
    expect.objectContaining({
      code: 'invalid-input',
      message: expect.stringContaining('vaulttenantsa or vaulttokens'),
    }),
  );
});

it("leaves others' objects and mounts as they are", () => {
  expect(refusal({ serviceAccount: accountOf({ labels: {} }) })).toThrow(
    expect.objectContaining({ code: 'not-ours' }),
  );
  expect(refusal({ mount: { ...KV2, version: '1' } })).toThrow(
    expect.objectContaining({ code: 'not-ours' }),
  );
});

it('leaves no key of a volume behind', () => {
  expect(refusal({ volumes: [volumeOf('pv-1')] })).toThrow(
    expect.objectContaining({
      code: 'conflict',
      message: expect.stringContaining('pv-1'),
    }),
  );
});

it('sets nothing up that the tenant leads past', () => {
  const configMap = tenantConfigOf({ vaultAddress: 'https://mine' });
  expect(refusal({ configMap })).toThrow(
    expect.objectContaining({
      code: 'conflict',
      message: expect.stringContaining('vaultAddress'),
    }),
  );
});
