import { useCallback } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router-dom';

const PARAMETER = 'volume';

/** Which volume is open, as the address says: `?volume=<key>`. */
export interface SelectedVolume {
  /** The key of the open volume. */
  key?: string;
  linkTo: (key: string) => string;
  open: (key: string) => void;
  close: () => void;
}

/** Reads and writes the open volume in the address, so that it can be shared. */
export function useSelectedVolume(): SelectedVolume {
  const [parameters] = useSearchParams();
  const { pathname } = useLocation();
  const navigate = useNavigate();

  const linkTo = useCallback(
    (key: string) => `${pathname}?${new URLSearchParams({ [PARAMETER]: key })}`,
    [pathname],
  );
  const open = useCallback(
    (key: string) => navigate(linkTo(key)),
    [navigate, linkTo],
  );
  const close = useCallback(() => navigate(pathname), [navigate, pathname]);

  return { key: parameters.get(PARAMETER) ?? undefined, linkTo, open, close };
}
