import type { Page } from 'playwright-core';
import { choose } from './choose';
import { taskReport } from './openPortal';

/** A tenant that is there. */
export interface ExistingTenant {
  cluster: string;
  namespace: string;
}

/** Opens the page of a tenant, and waits for its facts. */
export async function openTenant(
  page: Page,
  { cluster, namespace }: ExistingTenant,
): Promise<void> {
  const { origin } = new URL(page.url());
  await page.goto(
    `${origin}/volume-encryption/tenants/${cluster}/${namespace}`,
  );
  await page.getByText(`${namespace} on ${cluster}`).first().waitFor();
}

/** Runs the template from the tenant's page. Answers what the task page says. */
export async function rotateTenant(
  page: Page,
  tenant: ExistingTenant,
): Promise<string> {
  await openTenant(page, tenant);
  await page.getByRole('button', { name: 'Rotate' }).click();
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Create' }).click();
  return taskReport(page, /The credential of tenant/);
}

/** The same of the template that takes the tenant's access away. */
export async function offboardTenant(
  page: Page,
  tenant: ExistingTenant,
): Promise<string> {
  await openTenant(page, tenant);
  await page.getByRole('button', { name: 'Offboard', exact: true }).click();
  await page.getByRole('button', { name: 'Next' }).click();
  await page
    .getByLabel(/^Type the id of the tenant/)
    .fill(`${tenant.cluster}.${tenant.namespace}`);
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Create' }).click();
  return taskReport(page, /is no tenant any more/);
}

/**
 * Runs the template from the list of tenants, where an offboarded one is not.
 * Answers what the task page says.
 */
export async function shredTenant(
  page: Page,
  { cluster, namespace, kmsId }: ExistingTenant & { kmsId: string },
): Promise<string> {
  const { origin } = new URL(page.url());
  await page.goto(`${origin}/volume-encryption/tenants`);
  await page
    .getByRole('button', { name: 'Shred an offboarded tenant' })
    .click();
  await choose(page, /^Cluster/, new RegExp(`^${cluster}\\b`));
  await page.getByLabel(/^Namespace/).fill(namespace);
  await choose(page, /^KMS connection/, new RegExp(`^${kmsId}\\b`));
  await page.getByRole('button', { name: 'Next' }).click();
  await page
    .getByLabel(/^Type the id of the tenant/)
    .fill(`${cluster}.${namespace}`);
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Create' }).click();
  return taskReport(page, /keys of tenant/);
}
