import {
  KEY_STATES,
  type KeyState,
} from 'backstage-plugin-volume-encryption-common';
import { useLocation, useSearchParams } from 'react-router-dom';
import { writeParameters } from '../paging';

/** Which keys the address asks for: `?state=orphan`. */
export interface KeyStateFilter {
  /** Absent for all, and where the address names what is no state. */
  state?: KeyState;
  /** The first page of those in a state, or of all; the search stays. */
  linkTo: (state: KeyState | undefined) => string;
}

/** Reads it, and says how to get to another one. */
export function useKeyFilter(): KeyStateFilter {
  const [parameters] = useSearchParams();
  const { pathname } = useLocation();
  const asked = parameters.get('state');
  return {
    state: KEY_STATES.find(it => it === asked),
    linkTo: state => {
      const text = `${writeParameters(parameters, { state, page: undefined })}`;
      return text ? `${pathname}?${text}` : pathname;
    },
  };
}
