import {
  platformReadPermission,
  type PlatformFindingPage,
} from 'backstage-plugin-volume-encryption-common';
import { AnswerView } from '../asking';
import { DownloadCsv } from '../downloads/DownloadCsv';
import type { Kept } from '../loading';
import { useListAddress } from '../paging';
import { ListedRows, Panel } from '../tables';
import { AssessedAt } from './AssessedAt';
import { findingColumns } from './findingColumns';
import { useLiveAnswer } from './useLiveAnswer';
import type { AddressFilter } from './useVolumeFilter';

/** What is not as it should be, what hurts most first. */
export function FindingsPanel({ address }: { address: AddressFilter }) {
  const { page, size } = useListAddress('findings').query;
  const asked = { ...address.filter, limit: size, offset: page * size };
  const kept = useLiveAnswer({
    about: 'findings',
    part: JSON.stringify(asked),
    ask: (api, signal) => api.listFindings(asked, signal),
  });
  return (
    <AnswerView
      kept={kept}
      what="The findings"
      permission={platformReadPermission.name}
    >
      {known => <Findings known={known} kept={kept} address={address} />}
    </AnswerView>
  );
}

function Findings(props: {
  known: PlatformFindingPage;
  kept: Kept<PlatformFindingPage>;
  address: AddressFilter;
}) {
  const { known, kept, address } = props;
  const { goTo } = useListAddress('findings');
  return (
    <Panel
      title={`Findings (${known.total.toLocaleString('en')})`}
      kept={kept}
      actions={
        <>
          <AssessedAt at={known.assessedAt} />
          <DownloadCsv
            what="findings"
            fileName="findings.csv"
            ask={(api, signal) =>
              api.exportOverview('findings', address.filter, signal)
            }
          />
        </>
      }
    >
      <ListedRows
        label="Findings"
        columns={findingColumns(address)}
        keyOf={it =>
          JSON.stringify([it.code, it.impact, it.about, it.example ?? it.kms])
        }
        empty={noFinding(known)}
        shown={known}
        isFormer={kept.isFormer}
        goTo={goTo}
        pagesLabel="Findings per page:"
      />
    </Panel>
  );
}

/** That nothing was found is no proof where something could not be read. */
function noFinding({ incomplete, problems }: PlatformFindingPage): string {
  return incomplete || problems.length > 0
    ? 'Nothing was found in what could be read. That does not mean that all is well.'
    : 'Nothing is amiss with the volumes that match, as far as was looked.';
}
