import { Link, type TableColumn } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { compareStatus, StatusBadge, type Status } from '../status';
import { Age } from '../time';
import { compareQuantities } from './quantityOrder';
import type { VolumeRow } from './volumeRow';

type VolumeColumn = TableColumn<VolumeRow>;

const nameColumn: VolumeColumn = {
  ...textColumn('Name', row => row.volume.claim),
  highlight: true,
  width: '14%',
  render: ({ link, volume }) => (
    <Link
      to={link}
      aria-label={`Details of ${volume.claim}`}
      onClick={event => event.stopPropagation()}
    >
      {volume.claim}
    </Link>
  ),
};

const sizeColumn: VolumeColumn = {
  ...textColumn('Size', sizeOf),
  width: '6%',
  customSort: (a, b) => compareQuantities(sizeOf(a), sizeOf(b)),
};

const placeColumn: VolumeColumn = {
  ...textColumn('Namespace', ({ volume }) =>
    [volume.namespace, volume.cluster].join(' on '),
  ),
  render: ({ volume }) => (
    <>
      {volume.namespace}
      <Typography variant="caption" color="textSecondary" component="div">
        on {volume.cluster}
      </Typography>
    </>
  ),
};

const ageColumn: VolumeColumn = {
  title: 'Facts',
  width: '9%',
  render: row => <Age at={row.volume.observedAt} />,
  customSort: (a, b) =>
    Date.parse(b.volume.observedAt) - Date.parse(a.volume.observedAt),
};

/** The columns of the table of volumes. */
export const volumeColumns: VolumeColumn[] = [
  nameColumn,
  statusColumn('Protection', row => row.protection),
  statusColumn('Custody', row => row.custody),
  statusColumn('Remount', row => row.remount),
  statusColumn('Phase', row => row.phase),
  sizeColumn,
  textColumn('Class', row => row.volume.storageClass ?? '—'),
  placeColumn,
  ageColumn,
].map(tight);

/** Nine columns fit a laptop's screen only without the table's wide margins. */
function tight(column: VolumeColumn): VolumeColumn {
  return {
    ...column,
    cellStyle: { paddingRight: 8 },
    headerStyle: { paddingRight: 8 },
  };
}

function textColumn(
  title: string,
  textOf: (row: VolumeRow) => string,
): VolumeColumn {
  return {
    title,
    render: row => textOf(row),
    customSort: (a, b) => textOf(a).localeCompare(textOf(b)),
  };
}

function statusColumn(
  title: string,
  statusOf: (row: VolumeRow) => Status,
): VolumeColumn {
  return {
    title,
    render: row => <StatusBadge status={statusOf(row)} />,
    customSort: (a, b) => compareStatus(statusOf(a), statusOf(b)),
  };
}

function sizeOf({ volume }: VolumeRow): string {
  return volume.capacity ?? volume.requested;
}
