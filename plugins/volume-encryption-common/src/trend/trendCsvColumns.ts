import type { TrendPoint } from '../contract/api';
import type { CsvColumn } from '../overview/csv';

const PROTECTIONS = [
  'volume/customer-key',
  'volume/provider-key',
  'infrastructure-only',
  'none',
  'unknown',
] as const;

/** What the file of the trend says of each day; nothing where nothing is known. @public */
export const trendCsvColumns: readonly CsvColumn<TrendPoint>[] = [
  { title: 'day', textOf: it => it.day },
  { title: 'volumes', textOf: it => it.counts?.volumes },
  { title: 'active', textOf: it => it.counts?.states.active },
  ...PROTECTIONS.map(protection => ({
    title: protection,
    textOf: (it: TrendPoint) => it.counts?.protections[protection],
  })),
  { title: 'bytes', textOf: it => it.counts?.bytes },
  { title: 'unencryptedBytes', textOf: it => it.counts?.unencryptedBytes },
  { title: 'clustersNotRead', textOf: it => it.missing.join(' ') },
];
