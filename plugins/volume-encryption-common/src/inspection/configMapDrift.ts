import { LABEL_MANAGED_BY, MANAGER } from '../contract/annotations';
import type { Drift } from '../contract/api';
import { maskSecrets } from '../diagnosis/maskSecrets';
import { tenantOverrides } from '../kmsConnection/connectionInForce';
import { parseConnections } from '../kmsConnection/parseConnections';
import { credentialOptions } from '../kmsConnection/withoutCredentials';
import type { ConfigMap } from '../kubernetes/objects';
import { valueOf } from '../observation/observed';
import type { InspectedTenant } from './inspectedTenant';
import { isNamespaceGone } from './namespaceDrift';

/**
 * The tenant's overrides, key by key. Ceph CSI reads them at every call, and the
 * people of the namespace can change them.
 */
export function configMapDrift(tenant: InspectedTenant): Drift[] {
  const { configMap, kms } = tenant;
  if (isNamespaceGone(tenant) || configMap.status === 'unknown') return [];
  const name = `${tenant.namespace}/${tenant.names.configMap}`;
  const object = `ConfigMap ${name}`;
  if (!configMap.value) {
    return [
      {
        code: 'config-map-missing',
        severity: 'error',
        object,
        message:
          "Without it Ceph CSI looks for the tenant's keys at the path that all tenants share, and does not find them.",
        remedy: 'Onboard the tenant again: that makes it.',
      },
    ];
  }
  const wanted = {
    vaultBackend: 'kv-v2',
    ...(kms && { vaultBackendPath: kms.mountPath }),
  };
  return [
    ...foreign(configMap.value, object),
    ...Object.entries(wanted).flatMap(([key, value]) =>
      edited(configMap.value, { object, key, value }),
    ),
    ...overridden(configMap.value, { object, wanted, tenant }),
  ];
}

function foreign({ meta }: ConfigMap, object: string): Drift[] {
  if (meta.labels[LABEL_MANAGED_BY] === MANAGER) return [];
  return [
    {
      code: 'config-map-foreign',
      severity: 'warning',
      object,
      message: 'It was not made by this portal, which leaves it as it is.',
      expected: `${LABEL_MANAGED_BY}=${MANAGER}`,
      actual: meta.labels[LABEL_MANAGED_BY] ?? 'no such label',
      remedy: `If the portal shall have it, label it ${LABEL_MANAGED_BY}=${MANAGER}.`,
    },
  ];
}

function edited(
  configMap: ConfigMap | undefined,
  { object, key, value }: { object: string; key: string; value: string },
): Drift[] {
  const { namespace, name } = configMap?.meta ?? {};
  const actual = configMap?.data[key];
  if (actual === value) return [];
  return [
    {
      code: 'config-map-edited',
      severity: 'error',
      object,
      message: `"${key}" was edited or removed: Ceph CSI acts on it at its next call, and looks for keys where they are not.`,
      expected: `${key}: ${value}`,
      actual: actual === undefined ? 'no such key' : shown(key, actual),
      remedy: `Set it back: kubectl -n ${namespace} patch configmap ${name} --type merge -p '${JSON.stringify({ data: { [key]: value } })}'`,
    },
  ];
}

function overridden(
  configMap: ConfigMap | undefined,
  {
    object,
    wanted,
    tenant,
  }: { object: string; wanted: object; tenant: InspectedTenant },
): Drift[] {
  const map = valueOf(tenant.connections);
  const connection =
    map &&
    parseConnections(map).connections.find(
      it => it.kmsType === tenant.custody && tenant.kmsIds.includes(it.kmsId),
    );
  if (!connection) return [];
  return tenantOverrides(connection, configMap)
    .filter(key => !Object.hasOwn(wanted, key))
    .filter(key => configMap?.data[key] !== connection.options[key])
    .map(key => ({
      code: 'tenant-override',
      severity: 'warning',
      object,
      message: `The namespace's own people have set "${key}". Ceph CSI follows it for their volumes; no right of the portal follows from it.`,
      expected: shown(key, connection.options[key] ?? 'not set'),
      actual: shown(key, configMap?.data[key] ?? 'not set'),
      remedy: 'Ask the owner of the namespace whether it is meant.',
    }));
}

/** People may have put a credential where none belongs. */
function shown(key: string, value: string): string {
  const masked = maskSecrets(value);
  const isCredential = credentialOptions({ [key]: masked }).length > 0;
  return `${key}: ${isCredential ? '[hidden]' : masked}`;
}
