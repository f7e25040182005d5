import type { Page } from 'playwright-core';
import { taskReport } from './openPortal';

/** What is typed into the template "Encrypted volume". */
export interface VolumeRequest {
  component: string;
  namespace: string;
  storageClass: string;
  name: string;
}

/**
 * Runs the template as a developer does, from the component's Encryption tab,
 * and waits until the task has ended. Answers what the task page says.
 */
export async function requestVolume(
  page: Page,
  { component, namespace, storageClass, name }: VolumeRequest,
): Promise<string> {
  const { origin } = new URL(page.url());
  const formData = JSON.stringify({
    entityRef: `component:default/${component}`,
  });
  await page.goto(
    `${origin}/create/templates/default/encrypted-volume?formData=${encodeURIComponent(formData)}`,
  );
  await page.getByLabel(/^Namespace/).click();
  await page
    .getByRole('option', { name: new RegExp(`^${namespace} `) })
    .click();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByLabel(/^Name of the claim/).fill(name);
  await page.getByLabel(/^StorageClass/).click();
  await page
    .getByRole('option', { name: new RegExp(`^${storageClass}\\s`) })
    .click();
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Create' }).click();
  return taskReport(page, /For your workload/);
}
