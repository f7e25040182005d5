import { Progress } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import ToggleButton from '@material-ui/lab/ToggleButton';
import ToggleButtonGroup from '@material-ui/lab/ToggleButtonGroup';
import {
  platformReadPermission,
  type Coverage,
  type CoverageBy,
} from 'backstage-plugin-volume-encryption-common';
import { lazy, Suspense } from 'react';
import { AnswerView } from '../asking';
import { useChosen } from '../choosing';
import type { Kept } from '../loading';
import { useListAddress } from '../paging';
import { SourceProblems } from '../problems';
import { ListedRows, Panel } from '../tables';
import { AssessedAt } from './AssessedAt';
import { bytesText } from './bytesText';
import { coverageColumns, groupings, rowText } from './coverageColumns';
import { noVolume } from './noVolume';
import { PartsLegend } from './PartsLegend';
import { useLiveAnswer } from './useLiveAnswer';
import type { AddressFilter } from './useVolumeFilter';

const CoverageChart = lazy(() => import('./CoverageChart'));

/** So many bars are drawn at most; the table has them all. */
const DRAWN_ROWS = 20;

const ways: CoverageBy[] = ['cluster', 'owner', 'driver', 'storage-class'];

/** How many volumes are encrypted, by cluster, owner, driver or class. */
export function CoveragePanel({ address }: { address: AddressFilter }) {
  const [by = ways[0], choose] = useChosen('by', ways);
  const { page, size } = useListAddress('coverage').query;
  const way = ways.find(it => it === by) ?? ways[0];
  const asked = { ...address.filter, limit: size, offset: page * size };
  const kept = useLiveAnswer({
    about: 'coverage',
    part: JSON.stringify([way, asked]),
    ask: (api, signal) => api.getCoverage(way, asked, signal),
  });
  return (
    <AnswerView
      kept={kept}
      what="The coverage"
      permission={platformReadPermission.name}
    >
      {known => (
        <Counts known={known} kept={kept} address={address} onBy={choose} />
      )}
    </AnswerView>
  );
}

function Counts(props: {
  known: Coverage;
  kept: Kept<Coverage>;
  address: AddressFilter;
  onBy: (by: string) => void;
}) {
  const { known, kept, address, onBy } = props;
  const { goTo } = useListAddress('coverage');
  return (
    <>
      <SourceProblems problems={known.problems} rows="volumes" />
      <Panel
        title="Coverage"
        kept={kept}
        actions={
          <>
            <AssessedAt at={known.assessedAt} />
            <ByChoice by={known.by} onBy={onBy} />
          </>
        }
      >
        <Typography>{totalText(known)}</Typography>
        <PartsLegend label="All volumes by protection" counts={known.all} />
        <Drawn known={known} />
        <ListedRows
          label={`Coverage by ${groupings[known.by].title.toLowerCase()}`}
          columns={coverageColumns(known.by, address)}
          keyOf={({ name, cluster = '' }) => `${cluster}/${name}`}
          empty={noVolume(known)}
          shown={known}
          isFormer={kept.isFormer}
          goTo={goTo}
          pagesLabel="Rows per page:"
        />
      </Panel>
    </>
  );
}

/** Of a long page the rows that come first. */
function Drawn({ known: { by, items } }: { known: Coverage }) {
  const rows = items
    .filter(({ counts }) => counts.volumes > 0)
    .slice(0, DRAWN_ROWS);
  if (rows.length === 0) return null;
  return (
    <Suspense fallback={<Progress />}>
      <CoverageChart rows={rows} nameOf={row => rowText(row, by)} />
    </Suspense>
  );
}

function ByChoice(props: { by: CoverageBy; onBy: (by: string) => void }) {
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      value={props.by}
      onChange={(_event, by: CoverageBy | null) => by && props.onBy(by)}
      aria-label="Count by"
    >
      {ways.map(way => (
        <ToggleButton key={way} value={way}>
          {groupings[way].title}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

/** Never as if all were known where a cluster could not be read. */
function totalText({ all, incomplete }: Coverage): string {
  const least = incomplete ? 'At least ' : '';
  const noun = all.volumes === 1 ? 'volume' : 'volumes';
  const count = all.volumes.toLocaleString('en');
  const ending = incomplete ? '; not all clusters could be read' : '';
  return `${least}${count} ${noun} of ${bytesText(all.bytes)}, ${bytesText(all.unencryptedBytes)} of it not encrypted${ending}.`;
}
