import type { CoverageRow } from 'backstage-plugin-volume-encryption-common';
import {
  Bar,
  BarChart,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { coverageParts } from './coverageParts';
import { usePartTextures } from './PartTextures';
import { useChartStyle } from './useChartStyle';

/** Pixels of a bar with its gap, and of the axis below. */
const BAR = 34;
const AXIS = 40;

/** So many letters have place beside the bars. */
const NAME_LETTERS = 28;

/** The share of each part in each row; silent, because the table says the same. */
export default function CoverageChart(props: {
  rows: readonly CoverageRow[];
  nameOf: (row: CoverageRow) => string;
}) {
  const { rows, nameOf } = props;
  const { textures, fills } = usePartTextures();
  const { axis, tooltip } = useChartStyle();
  const height = rows.length * BAR + AXIS;
  return (
    <div aria-hidden data-testid="coverage-chart">
      <ResponsiveContainer
        width="100%"
        height={height}
        initialDimension={{ width: 900, height }}
      >
        <BarChart
          data={[...rows]}
          layout="vertical"
          stackOffset="expand"
          accessibilityLayer={false}
          margin={{ right: 24 }}
        >
          {textures}
          <XAxis
            type="number"
            tickFormatter={(share: number) => `${Math.round(share * 100)} %`}
            {...axis}
          />
          <YAxis
            type="category"
            dataKey={nameOf}
            tickFormatter={shortened}
            width={220}
            {...axis}
          />
          <Tooltip {...tooltip} isAnimationActive={false} />
          {coverageParts.map(({ title, countOf }) => (
            <Bar
              key={title}
              name={title}
              dataKey={({ counts }: CoverageRow) => countOf(counts)}
              stackId="volumes"
              fill={fills.get(title)}
              isAnimationActive={false}
            />
          ))}
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}

/** The whole name is in the note at the pointer and in the table. */
function shortened(name: string): string {
  return name.length > NAME_LETTERS
    ? `${name.slice(0, NAME_LETTERS - 1)}…`
    : name;
}
