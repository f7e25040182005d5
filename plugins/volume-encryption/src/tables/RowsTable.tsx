import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import type { ReactNode } from 'react';

/** A column: its title, and what a row shows in it. */
export interface Column<T> {
  title: string;
  render: (row: T) => ReactNode;
  /** Pixels that it has at least, where other columns would squeeze it. */
  minWidth?: number;
}

const useStyles = makeStyles(
  theme => ({
    cell: { verticalAlign: 'top', overflowWrap: 'anywhere', paddingRight: 8 },
    head: {
      whiteSpace: 'nowrap',
      color: theme.palette.text.secondary,
      paddingRight: 8,
    },
    empty: { padding: theme.spacing(2) },
  }),
  { name: 'VolumeEncryptionRowsTable' },
);

/** A plain table in the order it is given, or a sentence when it is empty. */
export function RowsTable<T>(props: {
  /** What the table is of, for screen readers. */
  label: string;
  columns: Column<T>[];
  rows: T[];
  keyOf: (row: T) => string;
  /** What is said when there is no row. */
  empty: ReactNode;
}) {
  const classes = useStyles();
  const { label, columns, rows, keyOf, empty } = props;
  if (rows.length === 0) {
    return (
      <Typography variant="body2" className={classes.empty}>
        {empty}
      </Typography>
    );
  }
  return (
    <TableContainer>
      <Table size="small" aria-label={label}>
        <TableHead>
          <TableRow>
            {columns.map(({ title, minWidth }) => (
              <TableCell
                key={title}
                className={classes.head}
                style={{ minWidth }}
              >
                {title}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map(row => (
            <TableRow key={keyOf(row)} hover>
              {columns.map(({ title, render }) => (
                <TableCell key={title} className={classes.cell}>
                  {render(row)}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
