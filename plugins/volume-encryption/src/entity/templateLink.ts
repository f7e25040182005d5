const TEMPLATE_PATH = '/create/templates/default/encrypted-volume';

/** The address of template "Encrypted volume", filled in for an entity. */
export function templateLink(entityRef: string): string {
  const formData = JSON.stringify({ entityRef });
  return `${TEMPLATE_PATH}?${new URLSearchParams({ formData })}`;
}
