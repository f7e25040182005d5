import {
  platformReadPermission,
  type PlatformFindingPage,
} from 'backstage-plugin-volume-encryption-common';
import { AnswerView, useAnswer } from '../asking';
import type { Kept } from '../loading';
import { Pages, useListAddress, useStayWithinPages } from '../paging';
import { Panel, RowsTable } from '../tables';
import { AssessedAt } from './AssessedAt';
import { DownloadCsv } from './DownloadCsv';
import { findingColumns } from './findingColumns';
import type { AddressFilter } from './useVolumeFilter';

/** What is not as it should be, what hurts most first. */
export function FindingsPanel({ address }: { address: AddressFilter }) {
  const { page, size } = useListAddress('findings').query;
  const asked = { ...address.filter, limit: size, offset: page * size };
  const kept = useAnswer({
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
  useStayWithinPages({ ...known, isFormer: kept.isFormer }, goTo);
  return (
    <Panel
      title={`Findings (${known.total.toLocaleString('en')})`}
      kept={kept}
      actions={
        <>
          <AssessedAt at={known.assessedAt} />
          <DownloadCsv what="findings" filter={address.filter} />
        </>
      }
    >
      <div aria-busy={kept.isFormer}>
        <RowsTable
          label="Findings"
          columns={findingColumns(address)}
          rows={known.items}
          keyOf={it =>
            JSON.stringify([it.code, it.impact, it.about, it.example])
          }
          empty={noFinding(known)}
        />
      </div>
      <Pages
        shown={known}
        label="Findings per page:"
        onPage={page => goTo({ page })}
        onPageSize={size => goTo({ size, page: 0 })}
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
