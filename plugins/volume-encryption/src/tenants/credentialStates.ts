import type { TenantCredentialState } from 'backstage-plugin-volume-encryption-common';
import { useLocation, useSearchParams } from 'react-router-dom';
import { writeParameters } from '../paging';

/** The states that ask for somebody's attention, the worst first. */
export const troubledStates = [
  'expired',
  'missing',
  'lost',
  'refused',
  'expiring',
  'foreign',
] as const satisfies TenantCredentialState[];

const states: readonly TenantCredentialState[] = [
  ...troubledStates,
  'unknown',
  'live',
];

/** Which credentials the address asks for: `?state=expired`. */
export interface StateFilter {
  /** Absent for all, and where the address names what is no state. */
  state?: TenantCredentialState;
  /** The first page of those in a state, or of all; the search stays. */
  linkTo: (state: TenantCredentialState | undefined) => string;
}

/** Reads it, and says how to get to another one. */
export function useStateFilter(): StateFilter {
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
