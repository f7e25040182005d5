import { EmptyState, LinkButton } from '@backstage/core-components';
import { LABEL_KUBERNETES_ID } from 'backstage-plugin-volume-encryption-common';
import { templateLink } from '../templates';

/** Nothing is missing: the entity has no volume. How to get one. */
export function NoVolumes({ entityRef }: { entityRef: string }) {
  return (
    <EmptyState
      missing="content"
      title="No volumes yet"
      description={
        <>
          This component has no PersistentVolumeClaim. Ask for an encrypted one
          by the template; or, if there is a claim already, give it the label{' '}
          <code>{LABEL_KUBERNETES_ID}</code>, as its pods have.
        </>
      }
      action={
        <LinkButton
          color="primary"
          variant="contained"
          to={templateLink('encrypted-volume', { entityRef })}
        >
          Request an encrypted volume
        </LinkButton>
      }
    />
  );
}
