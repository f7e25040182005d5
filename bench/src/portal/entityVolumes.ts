import { valueAt } from 'testbed';
import { jsonOf } from '../load/content';
import type { Answer, HttpClient } from '../load/HttpClient';

/** The route of ours that the Encryption tab reads. */
export function volumesPath(component: string): string {
  return `/api/volume-encryption/entities/component/default/${component}/volumes`;
}

/** How many volumes a page may have at most. */
const LARGEST_PAGE = 500;

/** What the tab asks for first. */
export function firstPage(
  client: HttpClient,
  component: string,
): Promise<Answer> {
  return client.demand({ path: volumesPath(component) });
}

/** All pages, one after the other, of the largest size. */
export async function allPages(
  client: HttpClient,
  component: string,
): Promise<Answer[]> {
  const pages: Answer[] = [];
  let total = 0;
  do {
    const offset = pages.length * LARGEST_PAGE;
    const query = `limit=${LARGEST_PAGE}&offset=${offset}`;
    const page = await client.demand({
      path: `${volumesPath(component)}?${query}`,
    });
    pages.push(page);
    total = totalIn(page);
  } while (pages.length * LARGEST_PAGE < total);
  return pages;
}

/** How many volumes the component has, by any of its pages. */
export function totalIn(answer: Answer): number {
  return Number(valueAt(jsonOf(answer), ['total']));
}

/** The volumes of an answer. */
export function volumesIn(answer: Answer): unknown[] {
  const volumes = valueAt(jsonOf(answer), ['volumes']);
  return Array.isArray(volumes) ? volumes : [];
}
