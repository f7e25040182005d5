import type { Reason } from '../contract/api';
import { ANNOTATION_OWNER } from '../contract/annotations';
import type { Namespace } from '../kubernetes/objects';
import { consentedOwner } from '../tenant/tenant';
import { planNote } from './planNotes';

/**
 * The label by which Vault's role for tenants' ServiceAccounts selects namespaces.
 *
 * @public
 */
export const LABEL_CSI_KMS = 'csi-kms';

/**
 * Says when the namespace lacks the label that lets its ServiceAccount log in
 * (`bound_service_account_namespace_selector` of the role). Onboarding sets it.
 */
export function selectorNotes({ meta }: Namespace): Reason[] {
  if (meta.labels[LABEL_CSI_KMS] === 'enabled') {
    return [];
  }
  return [
    planNote(
      'namespace-not-labelled',
      'warning',
      `Namespace "${meta.name}" has no label ${LABEL_CSI_KMS}=enabled. If Vault's role selects namespaces by it, Vault refuses the login until you run: kubectl label namespace ${meta.name} ${LABEL_CSI_KMS}=enabled`,
    ),
  ];
}

/** Says when no owner is named, so that no component may use the namespace. */
export function ownerNotes(namespace: Namespace): Reason[] {
  if (consentedOwner(namespace)) {
    return [];
  }
  const { name } = namespace.meta;
  return [
    planNote(
      'namespace-without-owner',
      'warning',
      `Namespace "${name}" names no owner, so no component may have volumes in it. Name one: kubectl annotate namespace ${name} ${ANNOTATION_OWNER}=group:default/<team>`,
    ),
  ];
}
