import type { CompoundEntityRef } from '@backstage/catalog-model';

/** The path of an entity's Encryption tab. */
export function entityTab({
  namespace,
  kind,
  name,
}: CompoundEntityRef): string {
  const parts = [namespace, kind, name].map(part =>
    encodeURIComponent(part.toLocaleLowerCase('en-US')),
  );
  return `/catalog/${parts.join('/')}/encryption`;
}
