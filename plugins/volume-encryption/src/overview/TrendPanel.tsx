import { Progress } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import {
  platformReadPermission,
  VOLUME_FILTERS,
  type Trend,
  type VolumeFilter,
} from 'backstage-plugin-volume-encryption-common';
import { lazy, Suspense, useState } from 'react';
import { AnswerView, useAnswer } from '../asking';
import type { Kept } from '../loading';
import { PagedRows, Panel } from '../tables';
import { dayText } from './dayText';
import { DownloadCsv } from '../downloads/DownloadCsv';
import { filterTitles } from './filterLabels';
import { PartsLegend } from './PartsLegend';
import { trendColumns } from './trendColumns';
import { gapsText, isWhole } from './trendGaps';
import { TrendLength, useTrendLength } from './TrendLength';
import type { AddressFilter } from './useVolumeFilter';

const TrendChart = lazy(() => import('./TrendChart'));

/** Whether the coverage gets better: every day since it is recorded. */
export function TrendPanel({ address }: { address: AddressFilter }) {
  const { cluster, owner } = address.filter;
  const [days] = useTrendLength();
  const asked = { cluster, owner, days };
  const kept = useAnswer({
    about: 'trend',
    part: JSON.stringify(asked),
    ask: (api, signal) => api.getTrend(asked, signal),
  });
  return (
    <AnswerView
      kept={kept}
      what="The coverage over time"
      permission={platformReadPermission.name}
    >
      {known => (
        <Panel
          title="Coverage over time"
          kept={kept}
          actions={
            <>
              <TrendLength />
              <DownloadCsv
                what="days of the trend"
                fileName="trend.csv"
                ask={(api, signal) => api.exportTrend(asked, signal)}
              />
            </>
          }
        >
          <Unfiltered filter={address.filter} />
          <Known known={known} kept={kept} />
        </Panel>
      )}
    </AnswerView>
  );
}

function Known({ known, kept }: { known: Trend; kept: Kept<Trend> }) {
  const [areFiguresShown, showFigures] = useState(false);
  const last = known.items.filter(isWhole).at(-1);
  const recorded = known.items.filter(it => it.counts || it.missing.length > 0);
  if (recorded.length === 0) {
    return (
      <Typography variant="body2">
        Nothing was recorded in this time. The portal records every hour, for
        the first time some minutes after its start.
      </Typography>
    );
  }
  return (
    <div aria-busy={kept.isFormer}>
      {last && (
        <PartsLegend
          label={`Volumes by protection on ${dayText(last.day)}`}
          counts={last.counts}
        />
      )}
      <Suspense fallback={<Progress />}>
        <TrendChart points={known.items} label={chartLabel(known)} />
      </Suspense>
      <Typography variant="body2" color="textSecondary">
        {gapsText(known)}
      </Typography>
      <Button
        size="small"
        aria-expanded={areFiguresShown}
        onClick={() => showFigures(!areFiguresShown)}
      >
        {areFiguresShown ? 'Hide the figures' : 'Show the figures'}
      </Button>
      {areFiguresShown && (
        <PagedRows
          label="Coverage over time"
          columns={trendColumns(known.step)}
          rows={[...recorded].reverse()}
          keyOf={({ day }) => day}
          empty=""
          pagesLabel="Rows per page:"
        />
      )}
    </div>
  );
}

/** What the filters above leave out here. */
function Unfiltered({ filter }: { filter: VolumeFilter }) {
  const others = VOLUME_FILTERS.filter(
    name => filter[name] && name !== 'cluster' && name !== 'owner',
  );
  if (others.length === 0) return null;
  const names = others.map(name => filterTitles[name].toLowerCase());
  return (
    <Typography variant="body2" color="textSecondary">
      It is recorded by cluster and owner only, so the filter by{' '}
      {names.join(', ')} does not apply here.
    </Typography>
  );
}

/** From the first to the last day that is known of all. */
function chartLabel({ items }: Trend): string {
  const whole = items.filter(isWhole);
  const ends = [whole.at(0), whole.at(-1)].flatMap(point =>
    point
      ? [
          `${dayText(point.day)}: ${point.counts.protections.none} of ${point.counts.volumes} volumes not encrypted, ${point.counts.protections.unknown} unknown`,
        ]
      : [],
  );
  return `Volumes by protection over time. ${[...new Set(ends)].join('. ')}. The figures are in the table below.`;
}
