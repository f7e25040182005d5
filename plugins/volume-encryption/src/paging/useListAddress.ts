import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { readListQuery, writeListQuery, type ListQuery } from './listQuery';

/** What the address says of a list, and how to change it. */
export interface ListAddress {
  query: ListQuery;
  /** With `replace`, the address before is not one to come back to. */
  goTo: (changes: Partial<ListQuery>, options?: { replace: boolean }) => void;
}

/**
 * Reads and writes the page and the search of a list in the address.
 *
 * @param list - its name where the address is that of several
 */
export function useListAddress(list?: string): ListAddress {
  const [parameters, setParameters] = useSearchParams();
  const query = useMemo(
    () => readListQuery(parameters, list),
    [parameters, list],
  );
  const goTo: ListAddress['goTo'] = useCallback(
    (changes, options) =>
      setParameters(
        writeListQuery(parameters, { ...query, ...changes }, list),
        options,
      ),
    [parameters, query, setParameters, list],
  );
  return { query, goTo };
}
