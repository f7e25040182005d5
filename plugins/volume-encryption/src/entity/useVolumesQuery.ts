import { useCallback, useMemo } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router-dom';
import { readQuery, writeQuery, type VolumesQuery } from './volumesQuery';

/** What the address says, and how to get to an address that says otherwise. */
export interface VolumesAddress {
  query: VolumesQuery;
  linkTo: (changes: Partial<VolumesQuery>) => string;
  /** With `replace`, the address before is not one to come back to. */
  goTo: (
    changes: Partial<VolumesQuery>,
    options?: { replace: boolean },
  ) => void;
}

/** Reads and writes the page, the search and the open volume in the address. */
export function useVolumesQuery(): VolumesAddress {
  const [parameters] = useSearchParams();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const query = useMemo(() => readQuery(parameters), [parameters]);

  const linkTo = useCallback(
    (changes: Partial<VolumesQuery>) => {
      const text = `${writeQuery(parameters, { ...query, ...changes })}`;
      return text ? `${pathname}?${text}` : pathname;
    },
    [pathname, parameters, query],
  );
  const goTo: VolumesAddress['goTo'] = useCallback(
    (changes, options) => navigate(linkTo(changes), options),
    [navigate, linkTo],
  );
  return { query, linkTo, goTo };
}
