import { stringifyEntityRef } from '@backstage/catalog-model';
import { Progress } from '@backstage/core-components';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useEntityVolumes } from '../loading';
import { DeniedState, FailedState, isDenied } from '../problems';
import { EncryptionOverview } from './EncryptionOverview';

/** The entity tab "Encryption". */
export function EncryptionContent() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const { value, error, reload } = useEntityVolumes(entityRef);
  if (value) {
    return <EncryptionOverview known={value} error={error} onRetry={reload} />;
  }
  if (!error) return <Progress />;
  return isDenied(error) ? (
    <DeniedState error={error} entity={entity} />
  ) : (
    <FailedState error={error} onRetry={reload} />
  );
}
