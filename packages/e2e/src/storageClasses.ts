import type { Locator, Page } from 'playwright-core';
import type { Portal } from './startPortal';

/** Opens the platform page where the StorageClasses of all clusters are. */
export async function openClasses(page: Page, { url }: Portal): Promise<void> {
  await page.goto(`${url}/volume-encryption/classes`);
}

/** The row of the class of this name. */
export function classRow(page: Page, name: string): Locator {
  return page
    .getByRole('table', { name: 'StorageClasses', exact: true })
    .getByRole('row', { name: new RegExp(`^${name} `) });
}
