import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { readListQuery, writeListQuery, type ListQuery } from './listQuery';

/** What the address says of a list, and how to change it. */
export interface ListAddress {
  query: ListQuery;
  /** With `replace`, the address before is not one to come back to. */
  goTo: (changes: Partial<ListQuery>, options?: { replace: boolean }) => void;
}

/** Reads and writes the page and the search of a list in the address. */
export function useListAddress(): ListAddress {
  const [parameters, setParameters] = useSearchParams();
  const query = useMemo(() => readListQuery(parameters), [parameters]);
  const goTo: ListAddress['goTo'] = useCallback(
    (changes, options) =>
      setParameters(
        writeListQuery(parameters, { ...query, ...changes }),
        options,
      ),
    [parameters, query, setParameters],
  );
  return { query, goTo };
}
