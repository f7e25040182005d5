import { ANNOTATION_OWNER } from '../contract/annotations';
import type { Namespace, ObjectPatch } from '../kubernetes/objects';
import { consentedOwner } from '../tenant/tenant';
import { OUR_LABELS } from './ownership';
import type { ConsentChange, Step } from './plan';
import { LABEL_CSI_KMS } from './tenantNotes';

/** Whom a namespace is to serve. */
export interface WantedConsent {
  cluster: string;
  /** Entity ref in the catalog's normal form. */
  owner: string;
  /** Labels that its tenant needs. */
  labels: Readonly<Record<string, string>>;
}

/** For the records, where the plan changes whom the namespace serves. */
export function consentChange(
  namespace: Namespace | undefined,
  to: string | undefined,
): ConsentChange | undefined {
  const from = namespace && consentedOwner(namespace);
  return from === to ? undefined : { from, to };
}

/** The label by which Vault's role for tenants' ServiceAccounts selects. */
export const SELECTED: Readonly<Record<string, string>> = {
  [LABEL_CSI_KMS]: 'enabled',
};

/** A namespace that serves nobody yet, with the labels that its tenant needs. */
export function newNamespaceStep(
  name: string,
  { cluster, labels }: Pick<WantedConsent, 'cluster' | 'labels'>,
): Step {
  return {
    kind: 'apply',
    id: 'namespace',
    title: `Namespace ${name}`,
    change: 'create',
    cluster,
    manifest: {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name, labels: { ...OUR_LABELS, ...labels } },
    },
  };
}

/**
 * The consent of a namespace that the plan itself makes. Applied, because what
 * is not there yet cannot be named by its uid.
 */
export function firstConsentStep(
  name: string,
  { cluster, owner, labels }: WantedConsent,
): Step {
  return {
    kind: 'apply',
    id: 'consent',
    title: `Consent of namespace ${name} to ${owner}`,
    change: 'update',
    cluster,
    manifest: {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        name,
        labels: { ...OUR_LABELS, ...labels },
        annotations: { [ANNOTATION_OWNER]: owner },
      },
    },
  };
}

/**
 * The consent of a namespace that is there, and its labels, in one request: no
 * moment has one without the other. Another change of the namespace since it was
 * looked at is a conflict, so that no consent of others is overwritten.
 */
export function consentStep(
  namespace: Namespace,
  { cluster, owner, labels }: WantedConsent,
): Step {
  const { meta } = namespace;
  const lacking = Object.entries(labels).filter(
    ([name, value]) => meta.labels[name] !== value,
  );
  const isServing = consentedOwner(namespace) === owner;
  return patchStep(namespace, {
    cluster,
    title: `Consent of namespace ${meta.name} to ${owner}`,
    isNeeded: !isServing || lacking.length > 0,
    patch: {
      annotations: isServing ? undefined : { [ANNOTATION_OWNER]: owner },
      labels: lacking.length > 0 ? Object.fromEntries(lacking) : undefined,
    },
  });
}

/** Takes the consent back, and with `labels` what lets a ServiceAccount log in. */
export function withdrawalStep(
  namespace: Namespace,
  { cluster, labels = [] }: { cluster: string; labels?: readonly string[] },
): Step {
  const { meta } = namespace;
  const there = labels.filter(name => Object.hasOwn(meta.labels, name));
  const consents = Object.hasOwn(meta.annotations, ANNOTATION_OWNER);
  return patchStep(namespace, {
    cluster,
    title: `Consent of namespace ${meta.name} taken back`,
    isNeeded: consents || there.length > 0,
    patch: {
      annotations: consents ? { [ANNOTATION_OWNER]: null } : undefined,
      labels:
        there.length > 0
          ? Object.fromEntries(there.map(name => [name, null]))
          : undefined,
    },
  });
}

function patchStep(
  { kind, meta }: Namespace,
  step: {
    cluster: string;
    title: string;
    isNeeded: boolean;
    patch: ObjectPatch;
  },
): Step {
  const { name, uid, resourceVersion } = meta;
  return {
    kind: 'patch',
    id: 'consent',
    title: step.title,
    change: step.isNeeded ? 'update' : 'none',
    cluster: step.cluster,
    target: { kind, name, uid, resourceVersion },
    patch: step.patch,
  };
}
