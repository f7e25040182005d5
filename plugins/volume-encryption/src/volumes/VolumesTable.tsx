import { Table } from '@backstage/core-components';
import type { VolumeView } from 'backstage-plugin-volume-encryption-common';
import { useMemo } from 'react';
import { volumeColumns } from './columns';
import { volumeRow } from './volumeRow';

const PAGE_SIZE = 20;

/** The volumes of an entity, one row each; a row opens its details. */
export function VolumesTable(props: {
  volumes: VolumeView[];
  /** The address that opens a volume, by its key. */
  linkTo: (key: string) => string;
  onOpen: (key: string) => void;
}) {
  const { volumes, linkTo, onOpen } = props;
  const rows = useMemo(() => volumes.map(volumeRow), [volumes]);
  const columns = useMemo(() => volumeColumns(row => linkTo(row.id)), [linkTo]);
  return (
    <Table
      title={`Volumes (${volumes.length})`}
      columns={columns}
      data={rows}
      onRowClick={(_event, row) => row && onOpen(row.id)}
      options={{
        padding: 'dense',
        draggable: false,
        emptyRowsWhenPaging: false,
        paging: rows.length > PAGE_SIZE,
        pageSize: PAGE_SIZE,
        pageSizeOptions: [PAGE_SIZE, 50, 100],
      }}
    />
  );
}
