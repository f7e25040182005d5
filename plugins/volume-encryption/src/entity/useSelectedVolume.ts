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
  const [parameters, setParameters] = useSearchParams();
  const { pathname } = useLocation();
  const navigate = useNavigate();

  const linkTo = useCallback(
    (key: string) => {
      const next = new URLSearchParams(parameters);
      next.set(PARAMETER, key);
      return `${pathname}?${next}`;
    },
    [parameters, pathname],
  );
  const open = useCallback(
    (key: string) => navigate(linkTo(key)),
    [navigate, linkTo],
  );
  const close = useCallback(() => {
    const next = new URLSearchParams(parameters);
    next.delete(PARAMETER);
    setParameters(next);
  }, [parameters, setParameters]);

  return { key: parameters.get(PARAMETER) ?? undefined, linkTo, open, close };
}
