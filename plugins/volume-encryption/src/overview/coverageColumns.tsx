import { Link } from '@backstage/core-components';
import {
  NONE,
  UNKNOWN,
  type CoverageBy,
  type CoverageRow,
  type VolumeFilter,
} from 'backstage-plugin-volume-encryption-common';
import type { Column } from '../tables';
import { bytesText } from './bytesText';
import { coverageParts } from './coverageParts';
import { Small } from './Small';
import type { AddressFilter } from './useVolumeFilter';

/** What volumes can be counted by: the filter for a row, and its words. */
export const groupings: Record<
  CoverageBy,
  { title: string; filter: keyof VolumeFilter; none: string }
> = {
  cluster: { title: 'Cluster', filter: 'cluster', none: 'No cluster' },
  owner: { title: 'Owner', filter: 'owner', none: 'No owner' },
  driver: { title: 'Driver', filter: 'driver', none: 'No driver' },
  'storage-class': { title: 'Class', filter: 'storageClass', none: 'No class' },
};

/** The columns of the counts by one thing or another. */
export function coverageColumns(
  by: CoverageBy,
  address: AddressFilter,
): Column<CoverageRow>[] {
  return [
    {
      title: groupings[by].title,
      minWidth: 130,
      render: row => <Name row={row} by={by} address={address} />,
    },
    { title: 'Volumes', render: ({ counts }) => numberText(counts.volumes) },
    ...coverageParts.map(({ title, countOf }) => ({
      title,
      render: ({ counts }: CoverageRow) => numberText(countOf(counts)),
    })),
    {
      title: 'Size',
      minWidth: 110,
      render: ({ counts }) => (
        <>
          {bytesText(counts.bytes)}
          {counts.unencryptedBytes > 0 && (
            <Small>{bytesText(counts.unencryptedBytes)} not encrypted</Small>
          )}
        </>
      ),
    },
  ];
}

/** Leads to the volumes of the row. */
function Name(props: {
  row: CoverageRow;
  by: CoverageBy;
  address: AddressFilter;
}) {
  const { row, by, address } = props;
  const { filter } = groupings[by];
  const place = row.cluster ? { cluster: row.cluster } : {};
  return (
    <>
      <Link to={address.linkTo({ [filter]: row.name, ...place })}>
        {nameText(row.name, by)}
      </Link>
      {row.cluster && <Small>on {row.cluster}</Small>}
      {row.incomplete && <Small>at least: not all could be read</Small>}
    </>
  );
}

/** What a row is called in one line. */
export function rowText({ name, cluster }: CoverageRow, by: CoverageBy) {
  const text = nameText(name, by);
  return cluster ? `${text} on ${cluster}` : text;
}

function nameText(name: string, by: CoverageBy): string {
  if (name === NONE) return groupings[by].none;
  return name === UNKNOWN ? 'Not known' : name;
}

function numberText(count: number): string {
  return count.toLocaleString('en');
}
