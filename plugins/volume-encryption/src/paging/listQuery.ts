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

/**
 * Reads it; what makes no sense counts as not said.
 *
 * @param list - names the list where the address is that of several: its page is
 *   `<list>-page` then; the search is one for all
 */
export function readListQuery(
  parameters: URLSearchParams,
  list?: string,
): ListQuery {
  const names = namesOf(list);
  const size = Number(parameters.get(names.size));
  const page = parameters.get(names.page) ?? '';
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
  list?: string,
): URLSearchParams {
  const names = namesOf(list);
  return writeParameters(parameters, {
    [names.page]: page > 0 ? `${page + 1}` : undefined,
    [names.size]: size === pageSizes[0] ? undefined : `${size}`,
    search: search || undefined,
  });
}

function namesOf(list: string | undefined) {
  const begin = list ? `${list}-` : '';
  return { page: `${begin}page`, size: `${begin}size` };
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
