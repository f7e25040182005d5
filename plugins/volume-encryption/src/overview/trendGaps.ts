import type {
  CoverageCounts,
  Trend,
  TrendPoint,
} from 'backstage-plugin-volume-encryption-common';

/** Whether it is known of all clusters; else it is a gap. */
export function isWhole(
  point: TrendPoint,
): point is TrendPoint & { counts: CoverageCounts } {
  return point.counts !== undefined && point.missing.length === 0;
}

/** Which days have a gap, and why; undefined where none has. */
export function gapsText({ step, items }: Trend): string | undefined {
  const first = items.findIndex(it => it.counts || it.missing.length > 0);
  const since = first === -1 ? [] : items.slice(first);
  const dark = since.filter(({ missing }) => missing.length > 0);
  // The last one may still be recorded.
  const silent = since
    .slice(0, -1)
    .filter(it => !it.counts && it.missing.length === 0);
  const names = [...new Set(dark.flatMap(({ missing }) => missing))].sort();
  const causes = [
    ...(dark.length > 0
      ? [`${countText(dark.length, step)} without ${names.join(', ')}`]
      : []),
    ...(silent.length > 0
      ? [`${countText(silent.length, step)} on which nothing was recorded`]
      : []),
  ];
  return causes.length > 0 ? `Gaps: ${causes.join('; ')}.` : undefined;
}

function countText(count: number, step: Trend['step']): string {
  return `${count} ${step}${count === 1 ? '' : 's'}`;
}
