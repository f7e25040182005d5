import type { Page } from 'playwright-core';
import { choose } from './choose';
import { keepPicture, openEncryptionTab, taskReport } from './openPortal';

/**
 * Opens a volume in clear, and from there the template that plans its move, and
 * runs it. Answers what the task page says.
 */
export async function planMove(
  page: Page,
  its: { component: string; claim: string; storageClass: string },
): Promise<string> {
  await openEncryptionTab(page, its.component);
  await page.getByRole('link', { name: `Details of ${its.claim}` }).click();
  const details = page.getByRole('dialog');
  const way = details.getByRole('button', {
    name: 'Move to an encrypted volume',
  });
  await way.waitFor();
  await keepPicture(page, 'move-offered');
  await way.click();
  await page.getByRole('button', { name: 'Next' }).click();
  await choose(page, /^StorageClass/, new RegExp(`^${its.storageClass}\\s`));
  await page.getByLabel(/^Make the new claim now/).check();
  await keepPicture(page, 'move-form');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Create' }).click();
  return taskReport(page, /The manifests/);
}
