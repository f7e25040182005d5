import TablePagination from '@material-ui/core/TablePagination';
import { pageSizes } from './pageSizes';

/** Leads to the other pages of a table; nothing when there is one alone. */
export function Pages(props: {
  shown: { total: number; offset: number; limit: number };
  /** Such as `Volumes per page:`. */
  label: string;
  /** From 0 on. */
  onPage: (page: number) => void;
  onPageSize: (size: number) => void;
}) {
  const { total, offset, limit } = props.shown;
  if (total <= pageSizes[0]) return null;
  return (
    <TablePagination
      component="div"
      count={total}
      page={Math.min(Math.floor(offset / limit), Math.ceil(total / limit) - 1)}
      rowsPerPage={limit}
      rowsPerPageOptions={pageSizes}
      labelRowsPerPage={props.label}
      onPageChange={(_event, page) => props.onPage(page)}
      onRowsPerPageChange={event =>
        props.onPageSize(Number(event.target.value))
      }
    />
  );
}
