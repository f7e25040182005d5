import type { Page } from 'playwright-core';
import { choose } from './choose';
import { taskReport } from './openPortal';

/** What is chosen in the template "Onboard a tenant". */
export interface NewTenant {
  cluster: string;
  namespace: string;
  /** Whether the template makes the namespace too. */
  isNew?: boolean;
  /** Title of the group that the namespace serves. */
  owner: string;
  custody: 'vaulttenantsa' | 'vaulttokens';
  kmsId: string;
}

const custodyNames = {
  vaulttenantsa: /ServiceAccount/,
  vaulttokens: /token Secret/,
};

/**
 * Runs the template as the platform team does and waits until the task has
 * ended. Answers what the task page says.
 */
export async function onboardTenant(
  page: Page,
  { cluster, namespace, isNew, owner, custody, kmsId }: NewTenant,
): Promise<string> {
  const { origin } = new URL(page.url());
  await page.goto(`${origin}/create/templates/default/tenant-onboard`);
  await choose(page, /^Cluster/, new RegExp(`^${cluster}\\b`));
  if (isNew) {
    await choose(page, /^Is it there/, /^A new namespace$/);
    await page.getByLabel(/^Name of the new namespace/).fill(namespace);
  } else {
    await choose(page, /^Namespace/, new RegExp(`^${namespace}\\b`));
  }
  await page.getByRole('button', { name: 'Next' }).click();
  await choose(page, /^Owner/, new RegExp(`^${owner}$`));
  await page.getByRole('button', { name: 'Next' }).click();
  await choose(page, /^How Ceph CSI/, custodyNames[custody]);
  await choose(page, /^KMS connection/, new RegExp(`^${kmsId}\\b`));
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Create' }).click();
  return taskReport(page, /Whether Ceph CSI finds all that it needs/);
}
