import type { TenantProject } from 'backstage-plugin-volume-encryption-common';

/** What OpenShift says of a namespace, in one line; nothing where it says nothing. */
export function projectText(
  project: TenantProject | undefined,
): string | undefined {
  if (!project) return undefined;
  const { displayName, description, requester } = project;
  const title = displayName ?? description;
  return [
    title ? `OpenShift project “${title}”` : 'OpenShift project',
    requester && `requested by ${requester}`,
  ]
    .filter(Boolean)
    .join(', ');
}
