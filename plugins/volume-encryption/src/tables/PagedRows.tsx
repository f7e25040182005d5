import { useState, type ComponentProps } from 'react';
import { Pages, pageSizes } from '../paging';
import { RowsTable } from './RowsTable';

/** The same for rows that are all known and may be many: page by page. */
export function PagedRows<T>(
  props: ComponentProps<typeof RowsTable<T>> & {
    /** Such as `Paths per page:`. */
    pagesLabel: string;
  },
) {
  const { pagesLabel, rows, ...table } = props;
  const [{ page, size }, setShown] = useState({ page: 0, size: pageSizes[0] });
  const offset = page * size;
  return (
    <>
      <RowsTable {...table} rows={rows.slice(offset, offset + size)} />
      <Pages
        shown={{ total: rows.length, offset, limit: size }}
        label={pagesLabel}
        onPage={next => setShown({ page: next, size })}
        onPageSize={next => setShown({ page: 0, size: next })}
      />
    </>
  );
}
