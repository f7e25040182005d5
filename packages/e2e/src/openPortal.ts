import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';

// eslint-disable-next-line no-restricted-syntax
const pictures = path.resolve(__dirname, '../../../.run/screenshots');

/** A signed-in page of the portal. */
export async function openPortal(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width: 1400, height: 1000 },
  });
  page.setDefaultTimeout(30_000);
  await page.goto(url);
  await page.getByRole('link', { name: 'Create' }).waitFor();
  return page;
}

/** Keeps a picture of the page under .run/screenshots, to be looked at. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({
    path: path.join(pictures, `${name}.png`),
    fullPage: true,
  });
}

/** Opens the Encryption tab of a component and waits for its table. */
export async function openEncryptionTab(
  page: Page,
  component: string,
  search = '',
): Promise<void> {
  const { origin } = new URL(page.url());
  await page.goto(
    `${origin}/catalog/default/component/${component}/encryption${search}`,
  );
}

/**
 * Waits until a template's task shows `ending` or fails, opens its log, and
 * answers everything that the page says.
 */
export async function taskReport(page: Page, ending: RegExp): Promise<string> {
  await page
    .getByText(ending)
    .or(page.getByText(/Error:/))
    .first()
    .waitFor();
  const showLogs = page.getByRole('button', { name: /show logs/i });
  if (await showLogs.isVisible()) await showLogs.click();
  await page
    .getByText(/Finished step|Error/)
    // What a folded panel says of an error is there, and not to be seen.
    .filter({ visible: true })
    .last()
    .waitFor();
  return page.locator('body').innerText();
}
