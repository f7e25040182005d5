import { EmptyState } from '@backstage/core-components';
import {
  entityVolumesCreatePermission,
  LABEL_KUBERNETES_ID,
} from 'backstage-plugin-volume-encryption-common';
import { allows, useCapabilities } from '../capabilities';
import { RequestVolume } from './RequestVolume';

/** Nothing is missing: the entity has no volume. How to get one. */
export function NoVolumes({ entityRef }: { entityRef: string }) {
  const { value } = useCapabilities(entityRef);
  const isDenied = value && !allows(value, entityVolumesCreatePermission);
  return (
    <EmptyState
      missing="content"
      title="No volumes yet"
      description={
        <>
          This component has no PersistentVolumeClaim. If there is a claim
          already, give it the label <code>{LABEL_KUBERNETES_ID}</code>, as its
          pods have.
          {isDenied && (
            <>
              {' '}
              To ask for one here takes the permission{' '}
              <code>{entityVolumesCreatePermission.name}</code>, which you do
              not have for this component.
            </>
          )}
        </>
      }
      action={<RequestVolume entityRef={entityRef} />}
    />
  );
}
