import { pageSizes } from './pageSizes';

/** Longer than any name; the backend refuses more. */
export const SEARCH_MAX = 253;

/** What the address says of a list: `?page=3&size=50&search=db`. */
export interface ListQuery {
  /** From 0 on; the address counts from 1 on. */
  page: number;
  size: number;
  /** Empty for all. */
  search: string;
}

/** Reads it; what makes no sense counts as not said. */
export function readListQuery(parameters: URLSearchParams): ListQuery {
  const size = Number(parameters.get('size'));
  const page = parameters.get('page') ?? '';
  return {
    page: /^[1-9]\d{0,6}$/.test(page) ? Number(page) - 1 : 0,
    size: pageSizes.includes(size) ? size : pageSizes[0],
    search: (parameters.get('search') ?? '').slice(0, SEARCH_MAX),
  };
}

/** The parameters with that written into them; others stay. */
export function writeListQuery(
  parameters: URLSearchParams,
  { page, size, search }: ListQuery,
): URLSearchParams {
  return writeParameters(parameters, {
    page: page > 0 ? `${page + 1}` : undefined,
    size: size === pageSizes[0] ? undefined : `${size}`,
    search: search || undefined,
  });
}

/** The parameters with these set, or taken out where undefined; others stay. */
export function writeParameters(
  parameters: URLSearchParams,
  values: Record<string, string | undefined>,
): URLSearchParams {
  const written = new URLSearchParams(parameters);
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) written.delete(name);
    else written.set(name, value);
  }
  return written;
}
