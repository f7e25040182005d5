import { pageSizes, SEARCH_MAX } from '../volumes';

/** What the address says of the tab: `?page=3&size=50&search=db&volume=<key>`. */
export interface VolumesQuery {
  /** From 0 on; the address counts from 1 on. */
  page: number;
  size: number;
  /** Empty for all volumes. */
  search: string;
  /** The key of the open volume. */
  volume?: string;
}

/** Reads it; what makes no sense counts as not said. */
export function readQuery(parameters: URLSearchParams): VolumesQuery {
  const size = Number(parameters.get('size'));
  const page = parameters.get('page') ?? '';
  return {
    page: /^[1-9]\d{0,6}$/.test(page) ? Number(page) - 1 : 0,
    size: pageSizes.includes(size) ? size : pageSizes[0],
    search: (parameters.get('search') ?? '').slice(0, SEARCH_MAX),
    volume: parameters.get('volume') ?? undefined,
  };
}

/** The parameters with that written into them; others stay. */
export function writeQuery(
  parameters: URLSearchParams,
  { page, size, search, volume }: VolumesQuery,
): URLSearchParams {
  const written = new URLSearchParams(parameters);
  const values = {
    page: page > 0 ? `${page + 1}` : undefined,
    size: size === pageSizes[0] ? undefined : `${size}`,
    search: search || undefined,
    volume,
  };
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) written.delete(name);
    else written.set(name, value);
  }
  return written;
}
