import type { Browser, Page } from 'playwright-core';
import { applyClaim } from './applyClaim';
import { graphNode, graphShows, openResource } from './catalogGraph';
import { choose } from './choose';
import { launchBrowser } from './chromium';
import {
  keepPicture,
  openEncryptionTab,
  openPortal,
  taskReport,
} from './openPortal';
import { planMove } from './planMove';
import { requestVolume } from './requestVolume';
import { startPortal, type Portal } from './startPortal';
import { startTask } from './startTask';
import { classRow, openClasses } from './storageClasses';
import { removeAccount, restoreAccount } from './tenantAccount';
import { triggerTask } from './triggerTask';
import { until } from './until';
import { untilRecorded } from './untilRecorded';

jest.setTimeout(180_000);

describe('the portal on the sandbox, as `npm start` starts it', () => {
  let portal: Portal;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    portal = await startPortal();
    browser = await launchBrowser();
    page = await openPortal(browser, portal.url);
  }, 400_000);

  afterAll(async () => {
    await browser?.close();
    await portal?.stop();
  });

  it('shows a mounted volume as encrypted, and one that is not', async () => {
    await openEncryptionTab(page, 'ledger');
    const data = page.getByRole('row', { name: /^Details of ledger-data/ });
    await data.getByText('Encrypted', { exact: true }).waitFor();
    await data.getByText('Ready').waitFor();
    const scratch = page.getByRole('row', {
      name: /^Details of ledger-scratch/,
    });
    await scratch.getByText('Not encrypted', { exact: true }).waitFor();
    await keepPicture(page, 'ledger');
  });

  it('shows the same in the dark', async () => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await openEncryptionTab(page, 'ledger');
    await page.locator('[data-theme-mode="dark"]').first().waitFor();
    const data = page.getByRole('row', { name: /^Details of ledger-data/ });
    await data.getByText('Encrypted', { exact: true }).waitFor();
    await keepPicture(page, 'ledger-dark');
    await page.emulateMedia({ colorScheme: 'light' });
    await openEncryptionTab(page, 'ledger');
  });

  it('shows the platform team what is not encrypted, and whose it is', async () => {
    await page.goto(`${portal.url}/volume-encryption`);
    const coverage = page.getByRole('table', { name: 'Coverage by cluster' });
    await coverage.getByRole('row', { name: /sandbox/ }).waitFor();
    const findings = page.getByRole('table', { name: 'Findings' });
    await findings
      .getByRole('row', { name: /recorded-unencrypted/ })
      .first()
      .waitFor();
    await keepPicture(page, 'overview');
    await page.getByRole('button', { name: 'Owner' }).click();
    await page.getByRole('table', { name: 'Coverage by owner' }).waitFor();
    await findings
      .getByRole('link', { name: /Volumes with recorded-unencrypted/ })
      .first()
      .click();
    const volumes = page.getByRole('table', { name: 'Volumes', exact: true });
    await volumes.getByText('ledger-scratch').waitFor();
    await volumes.getByText('ledger-data').waitFor({ state: 'detached' });
    await page.reload();
    await page.getByText('Reason: recorded-unencrypted').waitFor();
    await volumes.getByText('ledger-scratch').waitFor();
    await keepPicture(page, 'overview-filtered');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download all volumes as CSV' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('volumes.csv');
    await page.goBack();
    await volumes.getByText('ledger-data').waitFor();
  });

  it('shows what the StorageClasses of all drivers ask for', async () => {
    await openClasses(page, portal);
    await classRow(page, 'ceph-rbd-encrypted')
      .getByText(/asks for encrypted/)
      .waitFor();
    await classRow(page, 'ceph-rbd')
      .getByText(/does not encrypt/)
      .waitFor();
    await page.getByRole('table', { name: 'Default StorageClasses' }).waitFor();
    await keepPicture(page, 'storage-classes');
  });

  it('tests a class from its place, and says what could not be tried', async () => {
    await openClasses(page, portal);
    await classRow(page, 'ceph-rbd-encrypted')
      .getByRole('button', { name: 'Test this class' })
      .click();
    await choose(page, /^Namespace/, /^payments /);
    await page.getByRole('button', { name: 'Review' }).click();
    await page.getByRole('button', { name: 'Create' }).click();
    const task = await taskReport(page, /No pod wrote or read/);
    expect(task).toMatch(/could not run, because/);
    await keepPicture(page, 'smoke-test');
  });

  it('makes an encrypted class the default', async () => {
    await openClasses(page, portal);
    await page.getByRole('button', { name: 'Change' }).click();
    await choose(page, /^StorageClass/, /^ceph-rbd-encrypted\s/);
    await page.getByRole('button', { name: 'Review' }).click();
    await page.getByRole('button', { name: 'Create' }).click();
    await taskReport(page, /that name no class get/);
    await keepPicture(page, 'default-class-set');
    await page
      .getByRole('link', { name: /Storage classes/i })
      .last()
      .click();
    const defaults = page.getByRole('table', {
      name: 'Default StorageClasses',
    });
    await defaults.getByText('ceph-rbd-encrypted', { exact: true }).waitFor();
    await defaults.getByRole('img', { name: 'error' }).waitFor({
      state: 'detached',
    });
  });

  it('shows the keys of a KMS', async () => {
    await page.goto(`${portal.url}/volume-encryption/keys`);
    const keys = page.getByRole('table', { name: 'Keys', exact: true });
    await keys.getByText('ledger-data').first().waitFor();
    await keepPicture(page, 'kms-keys');
  });

  it('draws what rests on a KMS, down to who owns it', async () => {
    await openResource(page, 'kms.vault');
    await page.getByText(/^If this KMS goes down, .* cannot be/).waitFor();
    await graphShows(page, [
      'KMS vault',
      'Tenant payments on sandbox',
      'Tenant insurance on sandbox',
      'StorageClass ceph-rbd-encrypted on sandbox',
      'ledger',
      'Payments',
    ]);
    await keepPicture(page, 'kms-blast-radius');
    await graphNode(page, 'Tenant payments on sandbox').click();
    await page.waitForURL(/resource\/kms-tenant\.sandbox\.payments/);
    await graphShows(page, ['ledger', 'Payments']);
    await graphNode(page, 'KMS vault').waitFor({ state: 'detached' });
  });

  it('draws what was made with a StorageClass', async () => {
    await openResource(page, 'storage-class.sandbox.ceph-rbd-encrypted');
    await page.getByText(/^This class has 1 volume of 1 component/).waitFor();
    await graphShows(page, ['ledger', 'Payments', 'Platform team']);
    await keepPicture(page, 'class-blast-radius');
  });

  it('draws the chain from the claim to the key', async () => {
    await openEncryptionTab(page, 'ledger');
    await page.getByRole('link', { name: 'Details of ledger-data' }).click();
    const details = page.getByRole('dialog');
    await details.getByText('From the claim to its key').waitFor();
    await details
      .getByText(/csi\/sandbox\.payments\/0001-/)
      .first()
      .waitFor();
    await details
      .getByText(/the tenant's own identity wrote the key/)
      .waitFor();
    await keepPicture(page, 'ledger-chain');
  });

  it('plans the move of a volume in clear, from its page', async () => {
    const task = await planMove(page, {
      component: 'ledger',
      claim: 'ledger-scratch',
      storageClass: 'ceph-rbd-encrypted',
    });
    expect(task).toContain('Wrote plan and manifests to move-to-encrypted');
    expect(task).toContain('claimName: ledger-scratch-encrypted');
    await page.getByText('Copy, and verify the copy').first().waitFor();
    await keepPicture(page, 'move-planned');
    await page
      .getByRole('link', { name: /The volumes and their encryption/i })
      .click();
    await page
      .getByRole('row', { name: /^Details of ledger-scratch-encrypted/ })
      .getByText('Prepared')
      .waitFor();
  });

  it('notifies the owner when a volume would not mount again, and keeps it in the timeline', async () => {
    const component = 'ledger';
    await untilRecorded(page, portal, { component, text: 'first-seen' });
    await removeAccount(portal, 'payments');
    try {
      await untilRecorded(page, portal, { component, text: '"from":"ready"' });
      await page.goto(`${portal.url}/notifications`);
      const title = 'Volume ledger-data would not mount again';
      await page.getByText(title).waitFor();
      await keepPicture(page, 'notifications');
      await page.getByRole('link', { name: title }).click();
      const timeline = page
        .getByRole('dialog')
        .getByRole('table', { name: 'Timeline' });
      await timeline.getByText('Blocked').first().waitFor();
      await timeline.scrollIntoViewIfNeeded();
      await keepPicture(page, 'timeline');
      await page.keyboard.press('Escape');
      await page.getByRole('table', { name: 'Timeline' }).waitFor();
      await keepPicture(page, 'timeline-of-component');
    } finally {
      await restoreAccount(portal, 'payments');
    }
  });

  it('makes an encrypted volume through the template', async () => {
    const task = await requestVolume(page, {
      component: 'orders',
      namespace: 'payments',
      storageClass: 'ceph-rbd-encrypted',
      name: 'orders-data',
    });
    expect(task).toContain('Verified claim "orders-data"');
    expect(task).toContain('claimName: orders-data');
    await keepPicture(page, 'template-ended');
    await page
      .getByRole('button', { name: 'What was looked at before' })
      .click();
    await page
      .getByText('[ok] The name "orders-data" is free.')
      .first()
      .waitFor();
    await keepPicture(page, 'preflight');

    await page.getByRole('link', { name: /Its encryption/i }).click();
    const row = page.getByRole('row', { name: /^Details of orders-data/ });
    await row.getByText('Prepared').waitFor();
    await row.getByText('formats at first mount').waitFor();
    await row.getByText('Bound').waitFor();
    await keepPicture(page, 'orders');
  });

  it('stops before anything is made where something stands in the way', async () => {
    const task = await startTask(page, portal, {
      template: 'encrypted-volume',
      values: {
        entityRef: 'component:default/orders',
        tenant: { cluster: 'sandbox', namespace: 'payments' },
        ...{ name: 'in-vain', storageClass: 'ceph-rbd', size: '1Gi' },
      },
      ending: /For your workload/,
    });
    await keepPicture(page, 'preflight-blocked');
    expect(task).toMatch(/\[blocked\].*does not encrypt.*Who: developer/);
    expect(task).toContain('Nothing was made');
    await openEncryptionTab(page, 'orders');
  });

  // The tab reads again by itself once a minute only: what shows up sooner was
  // signalled.
  it('shows a claim that somebody else makes, without being asked', async () => {
    await applyClaim(portal, { namespace: 'payments', name: 'orders-cache' });
    await page
      .getByRole('row', { name: /^Details of orders-cache/ })
      .getByText('Bound')
      .waitFor();
  });

  it('says why a claim is stuck', async () => {
    await openEncryptionTab(page, 'claims');
    await page.getByRole('link', { name: 'Details of claims-archive' }).click();
    const details = page.getByRole('dialog');
    await details
      .getByText(/vault-retired/)
      .first()
      .waitFor();
    await details.getByText('The platform team', { exact: true }).waitFor();
    await details
      .getByText(/Add the connection "vault-retired"/)
      .first()
      .waitFor();
    const more = details.getByRole('link', { name: /github\.com/ });
    expect(await more.getAttribute('href')).toContain('ceph/ceph-csi');
    await keepPicture(page, 'stuck');
  });

  it("refuses a component that points at another team's namespace", async () => {
    await openEncryptionTab(page, 'snoop');
    await page.getByText(/does not serve this component's owner/).waitFor();
    await keepPicture(page, 'snoop');
  });

  it('shows many volumes by pages, and finds one among them', async () => {
    const names = Array.from({ length: 60 }, (_, number) => `many-${number}`);
    await Promise.all(
      names.map(name => applyClaim(portal, { namespace: 'payments', name })),
    );
    await openEncryptionTab(page, 'orders');
    await page.getByText('Judged on this page: 20 of 62 volumes').waitFor();
    await keepPicture(page, 'many');
    // Of the volumes; the timeline below has pages, too.
    await page.getByRole('button', { name: 'Next page' }).first().click();
    await page.getByText('21-40 of 62').waitFor();
    await page.waitForURL(/\?page=2$/);
    await keepPicture(page, 'many-second');

    await page.getByRole('searchbox', { name: /Find by claim/ }).fill('cache');
    await page.getByRole('heading', { name: 'Volumes (1)' }).waitFor();
    await page.getByRole('row', { name: /^Details of orders-cache/ }).waitFor();
    await page.waitForURL(/\?search=cache$/);
  });

  it('shows the same page in the dark, and in the card how many it is of', async () => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await openEncryptionTab(page, 'orders', '?page=4');
    await page.locator('[data-theme-mode="dark"]').first().waitFor();
    await page.getByText('Judged on this page: 2 of 62 volumes').waitFor();
    await keepPicture(page, 'many-dark');
    await page.goto(page.url().replace(/encryption.*/, ''));
    await page.getByText('50 of 62 volumes judged').waitFor();
    await keepPicture(page, 'many-card-dark');
  });

  it('follows on the platform page what somebody else makes, without being asked', async () => {
    await page.goto(`${portal.url}/volume-encryption/overview?search=live-`);
    await page
      .getByText(/No volume matches/)
      .first()
      .waitFor();
    // The page asks by itself once a minute; a step has half of that.
    for (const name of ['live-1', 'live-2', 'live-3']) {
      await applyClaim(portal, { namespace: 'payments', name });
      await page
        .getByRole('table', { name: 'Volumes', exact: true })
        .getByText(name)
        .waitFor();
    }
  });

  it('draws how the coverage went, once a day is recorded', async () => {
    await triggerTask(page, portal, {
      ...{ plugin: 'volume-encryption', task: 'record-coverage-trend' },
    });
    const chart = page.getByRole('img', {
      name: /^Volumes by protection over time/,
    });
    await until(async () => {
      await page.goto(`${portal.url}/volume-encryption`);
      await page.getByText('Coverage over time').first().waitFor();
      await page
        .getByText(/^Nothing was recorded in this time/)
        .or(chart)
        .first()
        .waitFor();
      return chart.isVisible();
    });
    await keepPicture(page, 'trend');
  });
});
