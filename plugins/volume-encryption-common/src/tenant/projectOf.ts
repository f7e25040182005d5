import type { TenantProject } from '../contract/api';
import {
  ANNOTATION_PROJECT_DESCRIPTION,
  ANNOTATION_PROJECT_DISPLAY_NAME,
  ANNOTATION_PROJECT_REQUESTER,
} from '../contract/annotations';
import type { Namespace } from '../kubernetes/objects';

/** Longer texts are cut: whoever may edit a project writes them. */
const SHOWN_MAX = 200;

/**
 * What OpenShift says of the project that a namespace is, or undefined where it
 * says nothing. To be shown, and no consent: see {@link consentedOwner}.
 *
 * @public
 */
export function projectOf({ meta }: Namespace): TenantProject | undefined {
  const shown = (name: string) =>
    meta.annotations[name]?.trim().slice(0, SHOWN_MAX) || undefined;
  const project = {
    displayName: shown(ANNOTATION_PROJECT_DISPLAY_NAME),
    description: shown(ANNOTATION_PROJECT_DESCRIPTION),
    requester: shown(ANNOTATION_PROJECT_REQUESTER),
  };
  return Object.values(project).some(Boolean) ? project : undefined;
}
