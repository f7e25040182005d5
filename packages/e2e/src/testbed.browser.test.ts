import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import {
  describeOnOwnTestbed,
  kubernetesApi,
  textAt,
  textsAt,
  vaultApi,
} from 'testbed';
import { launchBrowser } from './chromium';
import { onboardTenant } from './onboardTenant';
import { keepPicture, openEncryptionTab, openPortal } from './openPortal';
import { requestVolume } from './requestVolume';
import {
  clusterName,
  makeNamespace,
  startPortalOnTestbed,
  type TestbedPortal,
} from './testbedPortal';

jest.setTimeout(180_000);

const custodies = [
  {
    custody: 'vaulttenantsa',
    namespace: 'orders-by-account',
    kmsId: 'vault-tenant-sa',
    storageClass: 'ceph-rbd-encrypted',
    claim: 'orders-account-data',
  },
  {
    custody: 'vaulttokens',
    namespace: 'orders-by-token',
    kmsId: 'vault-tokens',
    storageClass: 'ceph-rbd-encrypted-tokens',
    claim: 'orders-token-data',
  },
] as const;

describeOnOwnTestbed('the portal on a real cluster and Vault', testbed => {
  let portal: TestbedPortal;
  let browser: Browser;
  let page: Page;
  // Everything that came to the browser, to be searched for secrets.
  const received: string[] = [];

  beforeAll(async () => {
    portal = await startPortalOnTestbed(testbed());
    for (const { namespace } of custodies) {
      await makeNamespace(testbed(), namespace);
    }
    browser = await launchBrowser();
    page = await openPortal(browser, portal.url);
    page.on('response', async response => {
      const isOurs = response.url().startsWith(portal.backendUrl);
      if (isOurs) received.push(await response.text().catch(() => ''));
    });
  }, 400_000);

  afterAll(async () => {
    await browser?.close();
    await portal?.stop();
  });

  describe.each(custodies)(
    'custody $custody',
    ({ custody, namespace, kmsId, storageClass, claim }) => {
      it('is given to a namespace by the template', async () => {
        const task = await onboardTenant(page, {
          cluster: clusterName,
          namespace,
          owner: 'Payments',
          custody,
          kmsId,
        });
        expect(task).toContain('Ceph CSI finds what it needs');
        await keepPicture(page, `testbed-${custody}-access`);
      });

      it('makes a volume that is bound on the real API server', async () => {
        const task = await requestVolume(page, {
          component: 'orders',
          namespace,
          storageClass,
          name: claim,
        });
        expect(task).toContain(`Verified claim "${claim}"`);
        const { body } = await kubernetesApi(testbed().kubernetes).demand({
          method: 'GET',
          path: `/api/v1/namespaces/${namespace}/persistentvolumeclaims/${claim}`,
        });
        expect(textAt(body, 'status', 'phase')).toBe('Bound');
      });

      it("leaves its key in the real Vault under the tenant's mount", async () => {
        const { vaultAddr, rootToken } = testbed();
        const { body } = await vaultApi(vaultAddr, rootToken).demand({
          method: 'GET',
          path: `/v1/csi/${clusterName}.${namespace}/metadata?list=true`,
        });
        const keys = textsAt(body, 'data', 'keys');
        expect(keys).toHaveLength(1);
        expect(keys[0]).toMatch(/^0001-0009-rook-ceph-/);
      });

      it('is what the tab says', async () => {
        await openEncryptionTab(page, 'orders');
        const row = page.getByRole('row', { name: new RegExp(claim) });
        await row.getByText('Prepared').waitFor();
        await row.getByText('Ready').waitFor();
        await page.getByRole('link', { name: `Details of ${claim}` }).click();
        await page
          .getByText(/the tenant's own identity wrote the key/)
          .waitFor();
        await keepPicture(page, `testbed-${custody}-tab`);
      });
    },
  );

  it('says blocked while the real Vault is sealed, and protection stays', async () => {
    await testbed().controls.vault.seal();
    await openEncryptionTab(page, 'orders');
    for (const { claim } of custodies) {
      const row = page.getByRole('row', { name: new RegExp(claim) });
      await row.getByText('Blocked').waitFor();
      await row.getByText('Prepared').waitFor();
    }
    await page
      .getByText(/sealed/)
      .first()
      .waitFor();
    await keepPicture(page, 'testbed-sealed');

    await testbed().controls.vault.unseal();
    const first = page.getByRole('row', {
      name: new RegExp(custodies[0].claim),
    });
    await first.getByText('Ready').waitFor();
  });

  it('never shows, logs or keeps the minted token or a token of its own', async () => {
    const { kubernetes } = testbed();
    const { body } = await kubernetesApi(kubernetes).demand({
      method: 'GET',
      path: '/api/v1/namespaces/orders-by-token/secrets/ceph-csi-kms-token',
    });
    const minted = Buffer.from(textAt(body, 'data', 'token'), 'base64');
    const secrets = [minted.toString(), ...portal.secrets];
    expect(minted.length).toBeGreaterThan(20);
    const sinks = {
      responses: received.join('\n'),
      backendLog: readFileSync(
        path.join(portal.runFolder, 'backend.log'),
        'utf8',
      ),
      output: portal.output(),
      page: await page.content(),
      databases: readDatabases(path.join(portal.runFolder, 'database')),
    };
    expect(sinks.responses).toContain('orders-token-data');
    expect(sinks.databases).toContain('orders-token-data');
    expect(sinks.backendLog).toContain('ceph-csi-kms-token');
    for (const [sink, text] of Object.entries(sinks)) {
      const leaked = secrets.filter(secret => text.includes(secret));
      expect({ sink, leaked: leaked.length }).toEqual({ sink, leaked: 0 });
    }
  });
});

// The plugin's own and the scaffolder's, task records included.
function readDatabases(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(({ parentPath, name }) =>
      readFileSync(path.join(parentPath, name), 'latin1'),
    )
    .join('\n');
}
