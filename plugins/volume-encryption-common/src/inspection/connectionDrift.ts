import type { Drift } from '../contract/api';
import { parseConnections } from '../kmsConnection/parseConnections';
import type { InspectedTenant } from './inspectedTenant';

/** The KMS connections by which Ceph CSI comes to the tenant's KMS. */
export function connectionDrift(tenant: InspectedTenant): Drift[] {
  const { connections, custody, kms, kmsIds } = tenant;
  if (connections.status === 'unknown') return [];
  const { connections: known, malformed } = parseConnections(connections.value);
  const broken = malformed.map(({ kmsId, message }): Drift => ({
    code: 'connections-malformed',
    severity: 'error',
    object: `KMS connection ${kmsId}`,
    message,
    remedy: 'Write the entry anew by kms-connection, or remove it.',
  }));
  if (kmsIds.length > 0) return broken;
  const ofCustody = known.filter(it => it.kmsType === custody);
  return [
    ...broken,
    {
      code: ofCustody.length > 0 ? 'connection-moved' : 'connection-missing',
      severity: 'error',
      object: `KMS connections of cluster ${tenant.cluster}`,
      message:
        ofCustody.length > 0
          ? "No connection of the tenant's custody leads to its KMS any more: new volumes get their keys elsewhere, and existing ones do not find theirs."
          : "There is no connection of the tenant's custody, so that Ceph CSI cannot come to its keys.",
      expected: `a connection of type ${custody} to ${kms ? `KMS ${kms.name}` : 'a configured KMS'}`,
      actual:
        ofCustody
          .map(({ kmsId, options }) => `${kmsId}: ${options.vaultAddress}`)
          .join(', ') || 'none',
      remedy:
        'Set the connection back by kms-connection, or add its address to "otherAddresses" of the KMS.',
    },
  ];
}
