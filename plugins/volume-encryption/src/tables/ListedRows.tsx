import type { ComponentProps } from 'react';
import { Pages, useStayWithinPages, type ListAddress } from '../paging';
import { RowsTable } from './RowsTable';

/** The same for a page of rows that the backend gave, which the address names. */
export function ListedRows<T>(
  props: Omit<ComponentProps<typeof RowsTable<T>>, 'rows'> & {
    shown: { items: T[]; total: number; offset: number; limit: number };
    /** Whether it is the page before, and another one is on its way. */
    isFormer: boolean;
    goTo: ListAddress['goTo'];
    /** Such as `Keys per page:`. */
    pagesLabel: string;
  },
) {
  const { shown, isFormer, goTo, pagesLabel, ...table } = props;
  useStayWithinPages({ ...shown, isFormer }, goTo);
  return (
    <>
      <div aria-busy={isFormer}>
        <RowsTable {...table} rows={shown.items} />
      </div>
      <Pages
        shown={shown}
        label={pagesLabel}
        onPage={page => goTo({ page })}
        onPageSize={size => goTo({ size, page: 0 })}
      />
    </>
  );
}
