import {
  readListQuery,
  writeListQuery,
  writeParameters,
  type ListQuery,
} from '../paging';

/** What the address says of the tab: `?page=3&size=50&search=db&volume=<key>`. */
export interface VolumesQuery extends ListQuery {
  /** The key of the open volume. */
  volume?: string;
}

/** Reads it; what makes no sense counts as not said. */
export function readQuery(parameters: URLSearchParams): VolumesQuery {
  return {
    ...readListQuery(parameters),
    volume: parameters.get('volume') ?? undefined,
  };
}

/** The parameters with that written into them; others stay. */
export function writeQuery(
  parameters: URLSearchParams,
  query: VolumesQuery,
): URLSearchParams {
  return writeParameters(writeListQuery(parameters, query), {
    volume: query.volume,
  });
}
