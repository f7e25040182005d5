import {
  RELATION_OWNED_BY,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { EmptyState } from '@backstage/core-components';
import {
  EntityRefLinks,
  getEntityRelations,
} from '@backstage/plugin-catalog-react';
import Box from '@material-ui/core/Box';
import {
  ANNOTATION_KUBERNETES_NAMESPACE,
  ANNOTATION_OWNER,
  entityVolumesReadPermission,
  type VolumeEncryptionError,
} from 'backstage-plugin-volume-encryption-common';
import type { ReactNode } from 'react';

/** The answer 403: what is missing, and whom to ask for it. */
export function DeniedState(props: {
  error: VolumeEncryptionError;
  entity: Entity;
}) {
  return props.error.code === 'no-consent' ? (
    <NoConsent {...props} />
  ) : (
    <NotAllowed {...props} />
  );
}

function NotAllowed(props: { error: VolumeEncryptionError; entity: Entity }) {
  return (
    <EmptyState
      missing="info"
      title="You may not see these volumes"
      description={
        <>
          <Paragraph>{props.error.message}</Paragraph>
          <Paragraph>
            It takes the permission{' '}
            <code>{entityVolumesReadPermission.name}</code> for{' '}
            <code>{stringifyEntityRef(props.entity)}</code>. Ask whoever keeps
            the permission policy of this portal
            <OrTheOwner entity={props.entity} />.
          </Paragraph>
        </>
      }
    />
  );
}

function OrTheOwner({ entity }: { entity: Entity }) {
  const owners = getEntityRelations(entity, RELATION_OWNED_BY);
  if (owners.length === 0) return null;
  return (
    <>
      , or the owner of the component,{' '}
      <EntityRefLinks entityRefs={owners} defaultKind="group" />
    </>
  );
}

function NoConsent({
  error,
  entity,
}: {
  error: VolumeEncryptionError;
  entity: Entity;
}) {
  const namespace =
    entity.metadata.annotations?.[ANNOTATION_KUBERNETES_NAMESPACE];
  return (
    <EmptyState
      missing="info"
      title="The namespace does not serve this component's owner"
      description={
        <>
          <Paragraph>{error.message}</Paragraph>
          <Paragraph>
            The consent is the namespace's annotation{' '}
            <code>{ANNOTATION_OWNER}</code>: the platform team sets it to an
            owner of the component.
            {namespace && (
              <>
                {' '}
                The component names <code>{namespace}</code> in its annotation{' '}
                <code>{ANNOTATION_KUBERNETES_NAMESPACE}</code>.
              </>
            )}
          </Paragraph>
        </>
      }
    />
  );
}

/** The description of an EmptyState is a `p` already. */
function Paragraph({ children }: { children: ReactNode }) {
  return (
    <Box component="span" display="block" mb={1}>
      {children}
    </Box>
  );
}
