import { VolumeEncryptionError } from '../contract/errors';
import type { ConfigMap } from '../kubernetes/objects';
import { tenantId, tenantMountPath } from '../tenant/tenant';
import { OUR_LABELS, requireOurs } from './ownership';
import type { Change, Step } from './plan';
import { requireKeysStay } from './requireKeysStay';
import type { TenantState } from './tenantState';

/** What every request about a tenant names. */
export interface TenantRequest {
  cluster: string;
  namespace: string;
  kmsId: string;
}

/**
 * The tenant's own KV v2 mount. Throws `not-ours` when something else is at its
 * path.
 */
export function mountStep(request: TenantRequest, state: TenantState): Step {
  const { mount, kms } = state;
  const path = requireOurMount(request, state);
  return {
    kind: 'ensure-mount',
    id: 'mount',
    title: `Mount ${path} in KMS ${kms.name}`,
    change: mount ? 'none' : 'create',
    kms: kms.name,
    path,
  };
}

/**
 * The path of the tenant's mount, whether it is there or not. Throws `not-ours`
 * when something else is at it.
 */
export function requireOurMount(
  request: TenantRequest,
  state: TenantState,
): string {
  const path = mountPathOf(request, state);
  const { mount, kms } = state;
  if (mount && !(mount.type === 'kv' && mount.version === '2')) {
    const version = mount.version ? ` version ${mount.version}` : '';
    throw new VolumeEncryptionError(
      'not-ours',
      `The mount "${path}" of KMS "${kms.name}" is ${mount.type}${version}, not kv version 2, so it is left as it is. Ask who made it, or use another namespace.`,
    );
  }
  return path;
}

/**
 * The tenant's overrides, which point Ceph CSI to the tenant's mount. KV v2 is
 * named, because otherwise Ceph CSI has to be allowed to read `sys/mounts`.
 * Throws `not-ours`, and `conflict` when keys would be left behind.
 */
export function configMapStep(
  request: TenantRequest,
  { name, state }: { name: string; state: TenantState },
): Step {
  const data = {
    vaultBackend: 'kv-v2',
    vaultBackendPath: mountPathOf(request, state),
  };
  const { namespace, cluster } = request;
  requireOurs(state.configMap);
  requireKeysStay({ namespace, name, data }, state);
  return {
    kind: 'apply',
    id: 'config-map',
    title: `ConfigMap ${namespace}/${name}`,
    change: changeOf(state.configMap, data),
    cluster,
    manifest: {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name, namespace, labels: { ...OUR_LABELS } },
      data,
    },
  };
}

function mountPathOf(request: TenantRequest, { kms }: TenantState): string {
  const id = tenantId(request.cluster, request.namespace);
  return tenantMountPath(kms.mountPrefix, id);
}

/** Only our own keys count: an administrator may have added others. */
function changeOf(
  existing: ConfigMap | undefined,
  data: Record<string, string>,
): Change {
  if (!existing) {
    return 'create';
  }
  const isEqual = Object.entries(data).every(
    ([key, value]) => existing.data[key] === value,
  );
  return isEqual ? 'none' : 'update';
}
