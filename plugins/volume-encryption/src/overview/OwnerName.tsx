import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { NONE, UNKNOWN } from 'backstage-plugin-volume-encryption-common';

/** Whose something is, as the backend names it. */
export function OwnerName({ name }: { name: string }) {
  if (name === NONE) return <>No owner</>;
  if (name === UNKNOWN) return <>Not known</>;
  return <EntityRefLink entityRef={name} />;
}
