import type {
  CoverageCounts,
  TrendPoint,
} from 'backstage-plugin-volume-encryption-common';
import {
  Area,
  AreaChart,
  CartesianGrid,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { useTheme } from '@material-ui/core/styles';
import { coverageParts } from './coverageParts';
import { usePartTextures } from './PartTextures';
import { dayText } from './dayText';
import { isWhole } from './trendGaps';
import { useChartStyle } from './useChartStyle';

const HEIGHT = 280;

/**
 * The volumes by protection over time, one part on the other. What is not known of
 * all clusters is a gap; a day alone between two gaps is a dot for each part.
 */
export default function TrendChart(props: {
  points: readonly TrendPoint[];
  /** What it shows, in a sentence. */
  label: string;
}) {
  const { points, label } = props;
  const { palette } = useTheme();
  const { textures, fills } = usePartTextures();
  const { axis, grid, tooltip } = useChartStyle();
  return (
    <div role="img" aria-label={label}>
      <ResponsiveContainer
        width="100%"
        height={HEIGHT}
        initialDimension={{ width: 900, height: HEIGHT }}
      >
        <AreaChart
          data={[...points]}
          accessibilityLayer={false}
          margin={{ top: 8, right: 24 }}
        >
          {textures}
          <CartesianGrid {...grid} vertical={false} />
          <XAxis
            dataKey="day"
            tickFormatter={dayText}
            minTickGap={40}
            {...axis}
          />
          <YAxis allowDecimals={false} width={72} {...axis} />
          <Tooltip
            {...tooltip}
            labelFormatter={day => dayText(`${day}`)}
            isAnimationActive={false}
          />
          {coverageParts.map(({ title, countOf, colorOf }) => (
            <Area
              key={title}
              name={title}
              dataKey={(point: TrendPoint) =>
                isWhole(point) ? countOf(point.counts) : null
              }
              stackId="volumes"
              fill={fills.get(title)}
              fillOpacity={1}
              stroke={colorOf(palette)}
              dot={dotsOf(points, { countOf, color: colorOf(palette) })}
              connectNulls={false}
              isAnimationActive={false}
            />
          ))}
        </AreaChart>
      </ResponsiveContainer>
    </div>
  );
}

/** An area of a single day has no width; where there is nothing there is no dot. */
function dotsOf(
  points: readonly TrendPoint[],
  part: { countOf: (counts: CoverageCounts) => number; color: string },
) {
  const countAt = (at: number) => {
    const point = points[at];
    return point && isWhole(point) ? part.countOf(point.counts) : undefined;
  };
  const isAlone = (at: number) =>
    countAt(at - 1) === undefined && countAt(at + 1) === undefined;
  return (dot: { index?: number; cx?: number; cy?: number }) => {
    const { index = 0, cx, cy } = dot;
    return countAt(index) && isAlone(index) ? (
      <circle key={index} cx={cx} cy={cy} r={3} fill={part.color} />
    ) : (
      <g key={index} />
    );
  };
}
