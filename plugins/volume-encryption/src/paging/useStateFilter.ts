import { useLocation, useSearchParams } from 'react-router-dom';
import { writeParameters } from './listQuery';

/** Of which state the rows are that the address asks for: `?state=expired`. */
export interface StateFilter<T extends string> {
  /** Absent for all, and where the address names what is no state. */
  state?: T;
  /** The first page of those in a state, or of all; the search stays. */
  linkTo: (state: T | undefined) => string;
}

/**
 * Reads it, and says how to get to another one.
 *
 * @param states - all that there are
 */
export function useStateFilter<T extends string>(
  states: readonly T[],
): StateFilter<T> {
  const [parameters] = useSearchParams();
  const { pathname } = useLocation();
  const asked = parameters.get('state');
  return {
    state: states.find(it => it === asked),
    linkTo: state => {
      const text = `${writeParameters(parameters, { state, page: undefined })}`;
      return text ? `${pathname}?${text}` : pathname;
    },
  };
}
