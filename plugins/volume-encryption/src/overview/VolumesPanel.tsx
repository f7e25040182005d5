import Typography from '@material-ui/core/Typography';
import {
  platformReadPermission,
  type PlatformVolumePage,
} from 'backstage-plugin-volume-encryption-common';
import { AnswerView } from '../asking';
import { DownloadCsv } from '../downloads/DownloadCsv';
import type { Kept } from '../loading';
import { useListAddress } from '../paging';
import { ListedRows, Panel } from '../tables';
import { AssessedAt } from './AssessedAt';
import { noVolume } from './noVolume';
import { useLiveAnswer } from './useLiveAnswer';
import type { AddressFilter } from './useVolumeFilter';
import { volumeColumns } from './volumeColumns';

/** The volumes of all clusters, page by page. */
export function VolumesPanel({ address }: { address: AddressFilter }) {
  const { page, size } = useListAddress('volumes').query;
  const asked = { ...address.filter, limit: size, offset: page * size };
  const kept = useLiveAnswer({
    about: 'volumes',
    part: JSON.stringify(asked),
    ask: (api, signal) => api.listVolumes(asked, signal),
  });
  return (
    <AnswerView
      kept={kept}
      what="The volumes"
      permission={platformReadPermission.name}
    >
      {known => <Volumes known={known} kept={kept} address={address} />}
    </AnswerView>
  );
}

function Volumes(props: {
  known: PlatformVolumePage;
  kept: Kept<PlatformVolumePage>;
  address: AddressFilter;
}) {
  const { known, kept, address } = props;
  const { goTo } = useListAddress('volumes');
  const least = known.incomplete ? 'at least ' : '';
  return (
    <Panel
      title={`Volumes (${least}${known.total.toLocaleString('en')})`}
      kept={kept}
      actions={
        <>
          <AssessedAt at={known.assessedAt} />
          <DownloadCsv
            what="volumes"
            fileName="volumes.csv"
            ask={(api, signal) =>
              api.exportOverview('volumes', address.filter, signal)
            }
          />
        </>
      }
    >
      <Typography variant="body2" color="textSecondary">
        Keys that are gone are found within minutes. That a volume’s next mount
        would work is known only where it was looked at in the last minutes; its
        component’s page asks.
      </Typography>
      <ListedRows
        label="Volumes"
        columns={volumeColumns}
        keyOf={({ cluster, namespace, claim, persistentVolume }) =>
          `${cluster}/${namespace}/${claim}/${persistentVolume}`
        }
        empty={noVolume(known)}
        shown={known}
        isFormer={kept.isFormer}
        goTo={goTo}
        pagesLabel="Volumes per page:"
      />
    </Panel>
  );
}
