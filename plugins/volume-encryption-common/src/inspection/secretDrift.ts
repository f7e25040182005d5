import { LABEL_MANAGED_BY, MANAGER } from '../contract/annotations';
import type { Drift } from '../contract/api';
import { otherWriters } from '../custodyTerm/isTokenOfPortal';
import type { SecretMetadata } from '../kubernetes/objects';
import type { InspectedTenant } from './inspectedTenant';
import { isNamespaceGone } from './namespaceDrift';

/**
 * The Secret with the tenant's token, for custody `vaulttokens`, as its metadata
 * tells: the value is never read.
 */
export function secretDrift(tenant: InspectedTenant): Drift[] {
  const { custody, secret, namespace, names } = tenant;
  if (custody !== 'vaulttokens' || isNamespaceGone(tenant)) return [];
  if (secret.status === 'unknown') return [];
  const object = `Secret ${namespace}/${names.tokenSecret}`;
  if (!secret.value) {
    return [
      {
        code: 'secret-missing',
        severity: 'error',
        object,
        message: 'Ceph CSI has no token for the tenant, and mounts no volume.',
        remedy: 'Rotate the tenant: that delivers a new token.',
      },
    ];
  }
  const named = [
    ...foreign(secret.value, object),
    ...edited(secret.value, object),
    ...exchanged(tenant, object),
  ];
  return named.length > 0 ? named : rewritten(tenant, secret.value, object);
}

function foreign({ meta }: SecretMetadata, object: string): Drift[] {
  if (meta.labels[LABEL_MANAGED_BY] === MANAGER) return [];
  return [
    {
      code: 'secret-foreign',
      severity: 'error',
      object,
      message:
        'It was not made by this portal, which leaves it as it is and does not renew what is in it.',
      expected: `${LABEL_MANAGED_BY}=${MANAGER}`,
      actual: meta.labels[LABEL_MANAGED_BY] ?? 'no such label',
      remedy: 'Remove it, then rotate the tenant.',
    },
  ];
}

function edited(secret: SecretMetadata, object: string): Drift[] {
  return otherWriters(secret).map(({ manager, at }) => ({
    code: 'secret-edited',
    severity: 'error',
    object,
    message:
      'The token in it was put there past the portal: Ceph CSI uses it, and the portal neither knows nor renews it.',
    expected: `data key "token" written by ${MANAGER}`,
    actual: `written by ${manager}${at ? ` at ${at}` : ''}`,
    remedy: 'Remove the Secret, then rotate the tenant.',
  }));
}

/**
 * Whoever writes may call himself what he likes in `managedFields`; the API server
 * gives each write a new `resourceVersion` (Kubernetes API conventions).
 */
function rewritten(
  { recorded }: InspectedTenant,
  { meta }: SecretMetadata,
  object: string,
): Drift[] {
  const delivered = recorded?.secretVersion;
  if (delivered === undefined || meta.resourceVersion === delivered) return [];
  return [
    {
      code: 'secret-rewritten',
      severity: 'warning',
      object,
      message:
        'It was written again after the portal delivered the token. A label may have changed, or the token under the name of the portal: which one is not known.',
      expected: `resourceVersion ${delivered}`,
      actual: `resourceVersion ${meta.resourceVersion}`,
      remedy:
        "See in the API server's audit log who wrote it. Rotate the tenant: that delivers a token that is on record.",
    },
  ];
}

function exchanged(
  { secretNames: actual, recorded }: InspectedTenant,
  object: string,
): Drift[] {
  if (actual !== undefined && actual === recorded?.id) return [];
  return [
    {
      code: 'secret-not-of-record',
      severity: 'error',
      object,
      message: recorded
        ? 'It names another credential than the one that the portal delivered last.'
        : 'The portal has no record of a token that it delivered here.',
      expected: recorded
        ? `credential ${recorded.id}`
        : 'a credential on record',
      actual: actual ? `credential ${actual}` : 'no credential named',
      remedy: 'Rotate the tenant: that delivers a token that is on record.',
    },
  ];
}
