import { stringifyEntityRef } from '@backstage/catalog-model';
import { Progress } from '@backstage/core-components';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useEntityVolumes } from '../loading';
import { DeniedState, FailedState, isDenied } from '../problems';
import { EncryptionOverview } from './EncryptionOverview';
import { useVolumesQuery } from './useVolumesQuery';

/** The entity tab "Encryption". */
export function EncryptionContent() {
  const { entity } = useEntity();
  const address = useVolumesQuery();
  const { page, size, search } = address.query;
  const kept = useEntityVolumes(stringifyEntityRef(entity), {
    limit: size,
    offset: page * size,
    search: search || undefined,
  });
  const { value, isFormer, error, reload } = kept;
  if (value) {
    return (
      <EncryptionOverview
        shown={{ known: value, isFormer, address }}
        error={error}
        onRetry={reload}
      />
    );
  }
  if (!error) return <Progress />;
  return isDenied(error) ? (
    <DeniedState error={error} entity={entity} />
  ) : (
    <FailedState what="The volumes" error={error} onRetry={reload} />
  );
}
