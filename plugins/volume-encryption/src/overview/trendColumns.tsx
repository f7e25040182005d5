import type {
  CoverageCounts,
  Trend,
  TrendPoint,
} from 'backstage-plugin-volume-encryption-common';
import type { Column } from '../tables';
import { bytesText } from './bytesText';
import { coverageParts } from './coverageParts';
import { dayText } from './dayText';
import { Small } from './Small';

/** The columns of the trend's figures. */
export function trendColumns(step: Trend['step']): Column<TrendPoint>[] {
  return [
    {
      title: step === 'week' ? 'Week from' : 'Day',
      minWidth: 110,
      render: point => <Day point={point} />,
    },
    column('Volumes', ({ volumes }) => numberText(volumes)),
    ...coverageParts.map(({ title, countOf }) =>
      column(title, counts => numberText(countOf(counts))),
    ),
    column('Size', ({ bytes }) => bytesText(bytes)),
    column('Not encrypted size', ({ unencryptedBytes }) =>
      bytesText(unencryptedBytes),
    ),
  ];
}

function Day({ point: { day, counts, missing } }: { point: TrendPoint }) {
  return (
    <>
      {dayText(day)}
      {missing.length > 0 && (
        <Small>
          {counts ? 'at least: without' : 'not read:'} {missing.join(', ')}
        </Small>
      )}
    </>
  );
}

/** Of a day of which nothing is known it says so, never zero. */
function column(
  title: string,
  textOf: (counts: CoverageCounts) => string,
): Column<TrendPoint> {
  return {
    title,
    render: ({ counts }) => (counts ? textOf(counts) : 'not known'),
  };
}

function numberText(count: number): string {
  return count.toLocaleString('en');
}
