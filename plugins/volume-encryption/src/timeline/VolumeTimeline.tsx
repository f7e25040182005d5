import {
  entityVolumesReadPermission,
  type VolumeView,
} from 'backstage-plugin-volume-encryption-common';
import { Section } from '../facts';
import { TimelineRows } from './TimelineRows';

/** What changed with a volume, and with the KMS and cluster that it rests on. */
export function VolumeTimeline(props: {
  entityRef: string;
  volume: Pick<VolumeView, 'cluster' | 'namespace' | 'claim'>;
}) {
  const { entityRef, volume } = props;
  const { cluster, namespace, claim } = volume;
  return (
    <Section title="Timeline">
      <TimelineRows
        about={`${entityRef} ${cluster}/${namespace}/${claim}`}
        permission={entityVolumesReadPermission.name}
        empty="Nothing was recorded of this volume yet."
        ask={(api, page, signal) =>
          api.getVolumeTimeline(
            { entityRef, cluster, namespace, claim },
            page,
            signal,
          )
        }
      />
    </Section>
  );
}
