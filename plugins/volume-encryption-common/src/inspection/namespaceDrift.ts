import { ANNOTATION_OWNER, MANAGER } from '../contract/annotations';
import type { Drift } from '../contract/api';
import type { Namespace } from '../kubernetes/objects';
import { consentedOwner } from '../tenant/tenant';
import type { InspectedTenant } from './inspectedTenant';

/**
 * Whom the namespace serves, and the label by which Vault's role for tenants'
 * ServiceAccounts selects it.
 */
export function namespaceDrift(tenant: InspectedTenant): Drift[] {
  const fact = tenant.namespaceObject;
  if (fact.status === 'unknown') return [];
  const { namespace: name } = tenant;
  const object = `Namespace ${name}`;
  if (!fact.value) {
    return [
      {
        code: 'namespace-missing',
        severity: 'error',
        object,
        message: 'The namespace is gone; what the portal made for it is not.',
        remedy: 'Offboard the tenant, then shred its keys or keep them.',
      },
    ];
  }
  const consent = consentDrift(fact.value, object);
  return tenant.custody === 'vaulttenantsa'
    ? [...consent, ...labelDrift(fact.value, object)]
    : consent;
}

function consentDrift(namespace: Namespace, object: string): Drift[] {
  const actual = namespace.meta.annotations[ANNOTATION_OWNER];
  const { ownerSetBy } = namespace;
  if (consentedOwner(namespace) === undefined) {
    return [
      {
        code: 'consent-missing',
        severity: 'warning',
        object,
        message: actual
          ? 'The owner it names is no entity ref, so it serves nobody.'
          : 'It names no owner that it serves, so no component may use it.',
        expected: `${ANNOTATION_OWNER}=<entity ref>`,
        actual: actual ?? 'no such annotation',
        remedy:
          'Set it by template "Consent of a namespace" (namespace-consent), or offboard the tenant.',
      },
    ];
  }
  if (ownerSetBy === undefined || ownerSetBy === MANAGER) return [];
  return [
    {
      code: 'consent-set-elsewhere',
      severity: 'info',
      object,
      message:
        'The owner it serves was last set past the portal, so that no audit event of the portal tells of it.',
      expected: `set by ${MANAGER}`,
      actual: `${actual}, set by ${ownerSetBy}`,
      remedy:
        'See that it is whom the platform means; otherwise change it by template "Consent of a namespace" (namespace-consent).',
    },
  ];
}

function labelDrift({ meta }: Namespace, object: string): Drift[] {
  const actual = meta.labels['csi-kms'];
  if (actual === 'enabled') return [];
  return [
    {
      code: 'namespace-not-selected',
      severity: 'error',
      object,
      message:
        "Vault's role for tenants selects namespaces by this label, and refuses the login without it.",
      expected: 'csi-kms=enabled',
      actual: actual === undefined ? 'no such label' : `csi-kms=${actual}`,
      remedy: 'Onboard the tenant again: that sets what is missing.',
    },
  ];
}

/** Whether the namespace is known to be gone, and all in it with it. */
export function isNamespaceGone({ namespaceObject }: InspectedTenant): boolean {
  return namespaceObject.status === 'observed' && !namespaceObject.value;
}
