import { stringifyEntityRef } from '@backstage/catalog-model';
import { InfoCard, Progress } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import {
  entityRouteParams,
  entityRouteRef,
  useEntity,
} from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import { useEntityVolumes } from '../loading';
import { VolumeSummary } from './VolumeSummary';

/** The entity card "Encryption": the worst volumes, in one line each. */
export function EncryptionCard() {
  const { entity } = useEntity();
  const { value, error } = useEntityVolumes(stringifyEntityRef(entity), {});
  const entityPath = useRouteRef(entityRouteRef)(entityRouteParams(entity));
  const tabPath = `${entityPath}/encryption`;
  return (
    <InfoCard
      title="Encryption"
      deepLink={{ title: 'Volumes and their keys', link: tabPath }}
    >
      {value ? (
        <VolumeSummary known={value} tabPath={tabPath} />
      ) : (
        <Waiting error={error} />
      )}
    </InfoCard>
  );
}

function Waiting({ error }: { error?: Error }) {
  return error ? (
    <Typography variant="body2">Not known: {error.message}</Typography>
  ) : (
    <Progress />
  );
}
