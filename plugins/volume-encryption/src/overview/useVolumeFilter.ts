import {
  VOLUME_FILTERS,
  type VolumeFilter,
} from 'backstage-plugin-volume-encryption-common';
import { useMemo } from 'react';
import { useLocation, useSearchParams } from 'react-router-dom';
import { writeParameters } from '../paging';

type Texts = Partial<Record<keyof VolumeFilter, string>>;

/** Whatever was on another page is not on this one of what comes then. */
const PAGES = {
  'coverage-page': undefined,
  'findings-page': undefined,
  'volumes-page': undefined,
};

/** Which volumes the address asks for: `?protection=none&cluster=prod`. */
export interface AddressFilter {
  /** As the address has it; what makes no sense the backend refuses by name. */
  filter: VolumeFilter;
  /** The address with these filters set, or taken out where undefined. */
  linkTo: (changes: Texts) => string;
  change: (changes: Texts, options?: { replace: boolean }) => void;
  /** The address of the platform's page, of which this is a part. */
  page: string;
}

/** Reads the filters from the address, and writes them into it. */
export function useVolumeFilter(): AddressFilter {
  const [parameters, setParameters] = useSearchParams();
  const { pathname } = useLocation();
  const filter = useMemo(() => readFilter(parameters), [parameters]);
  const changed = (changes: Texts) =>
    writeParameters(parameters, { ...changes, ...PAGES });
  return {
    filter,
    linkTo: changes => {
      const text = `${changed(changes)}`;
      return text ? `${pathname}?${text}` : pathname;
    },
    page: pathname.slice(0, pathname.lastIndexOf('/')),
    change: (changes, options) => setParameters(changed(changes), options),
  };
}

/** The backend checks the values, so that a wrong one is told and not dropped. */
function readFilter(parameters: URLSearchParams): VolumeFilter {
  const given = VOLUME_FILTERS.flatMap(name => {
    const value = parameters.get(name);
    return value ? [[name, value]] : [];
  });
  return Object.fromEntries(given);
}
