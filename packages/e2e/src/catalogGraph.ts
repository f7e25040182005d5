import type { Locator, Page } from 'playwright-core';
import { until } from './until';

/** Opens a Resource's page, as soon as the catalog was given it. */
export async function openResource(page: Page, name: string): Promise<void> {
  const { origin } = new URL(page.url());
  await until(async () => {
    await page.goto(`${origin}/catalog/default/resource/${name}`);
    const card = page.getByText('Blast radius', { exact: true });
    await card.or(page.getByText('Entity not found')).first().waitFor();
    return card.isVisible();
  });
}

/** The node with exactly this title in the catalog's graph. */
export function graphNode(page: Page, title: string): Locator {
  return page
    .getByTestId('node')
    .filter({ has: page.getByText(title, { exact: true }) });
}

/** Waits until the graph has a node of each title. */
export async function graphShows(page: Page, titles: string[]): Promise<void> {
  await Promise.all(titles.map(title => graphNode(page, title).waitFor()));
}
