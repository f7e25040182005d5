import type { Page } from 'playwright-core';

/** Opens the list of a form's field and takes the option. */
export async function choose(
  page: Page,
  field: RegExp,
  option: RegExp,
): Promise<void> {
  await page.getByLabel(field).click();
  await page.getByRole('option', { name: option }).click();
}
