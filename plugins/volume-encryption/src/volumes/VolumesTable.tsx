import { Progress, Table } from '@backstage/core-components';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { EntityVolumes } from 'backstage-plugin-volume-encryption-common';
import { useMemo, type CSSProperties, type ReactNode } from 'react';
import { NameSearch, Pages } from '../paging';
import { volumeColumns } from './columns';
import { volumeRow } from './volumeRow';

const useStyles = makeStyles(
  theme => ({
    heading: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(1, 2),
      padding: theme.spacing(2, 2.5),
      '& .MuiTextField-root': { flex: '0 1 320px' },
    },
    former: { opacity: 0.5 },
  }),
  { name: 'VolumeEncryptionTable' },
);

/** What is done at the table. */
export interface TableActions {
  /** The address that opens a volume, by its key. */
  linkTo: (key: string) => string;
  onOpen: (key: string) => void;
  onSearch: (search: string) => void;
  /** From 0 on. */
  onPage: (page: number) => void;
  onPageSize: (size: number) => void;
}

/** A page of an entity's volumes, one row each; a row opens its details. */
export function VolumesTable(props: {
  known: EntityVolumes;
  search: string;
  /** Whether `known` is the page before, and another one is on its way. */
  isFormer: boolean;
  actions: TableActions;
}) {
  const { known, search, isFormer, actions } = props;
  const { total, volumes } = known;
  const { linkTo, onOpen } = actions;
  const classes = useStyles();
  const rows = useMemo(
    () => volumes.map(volume => volumeRow(volume, linkTo)),
    [volumes, linkTo],
  );
  const isWhole = volumes.length === total;
  return (
    <Paper>
      <div className={classes.heading}>
        <Typography variant="h5" component="h2" aria-live="polite">
          Volumes ({total.toLocaleString('en')})
        </Typography>
        <NameSearch
          label="Find by claim, namespace or cluster"
          search={search}
          onSearch={actions.onSearch}
        />
      </div>
      <div className={isFormer ? classes.former : ''} aria-busy={isFormer}>
        <Table
          // The order of a page alone would pass for that of all.
          key={isWhole ? 'whole' : 'part'}
          columns={volumeColumns}
          data={rows}
          components={{ Container: Bare }}
          emptyContent={isFormer ? <Progress /> : <NoneFound search={search} />}
          onRowClick={(_event, row) => row && onOpen(row.id)}
          options={{
            padding: 'dense',
            draggable: false,
            paging: false,
            toolbar: false,
            sorting: isWhole,
          }}
        />
      </div>
      <Pages
        shown={known}
        label="Volumes per page:"
        onPage={actions.onPage}
        onPageSize={actions.onPageSize}
      />
    </Paper>
  );
}

/** The table's own paper would part it from its heading and its pages. */
function Bare(props: { children?: ReactNode; style?: CSSProperties }) {
  return <div style={props.style}>{props.children}</div>;
}

function NoneFound({ search }: { search: string }) {
  return (
    <Typography align="center" style={{ padding: 24 }}>
      No volume that could be read has “{search}” in its name, namespace or
      cluster.
    </Typography>
  );
}
