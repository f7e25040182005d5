import type { Browser, Page } from 'playwright-core';
import {
  describeOnOwnTestbed,
  kubernetesApi,
  textAt,
  textsAt,
  vaultApi,
} from 'testbed';
import { graphNode, graphShows, openResource } from './catalogGraph';
import { launchBrowser } from './chromium';
import { onboardTenant } from './onboardTenant';
import { keepPicture, openEncryptionTab, openPortal } from './openPortal';
import { requestVolume } from './requestVolume';
import { SecretSearch } from './SecretSearch';
import { startTask } from './startTask';
import {
  clusterName,
  makeNamespace,
  startPortalOnTestbed,
  type TestbedPortal,
} from './testbedPortal';
import { triggerTask } from './triggerTask';
import { until } from './until';
import { untilRecorded } from './untilRecorded';

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
  let search: SecretSearch;

  beforeAll(async () => {
    portal = await startPortalOnTestbed(testbed());
    for (const { namespace } of custodies) {
      await makeNamespace(testbed(), namespace);
    }
    browser = await launchBrowser();
    page = await openPortal(browser, portal.url);
    search = new SecretSearch(testbed(), portal);
    search.listenTo(page);
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
        expect(task).toContain(`Consent of namespace ${namespace}`);
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
        const row = page.getByRole('row', {
          name: new RegExp(`^Details of ${claim}`),
        });
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

  it('draws in the catalog what rests on the real Vault, down to who owns it', async () => {
    await triggerTask(page, portal, {
      ...{ plugin: 'catalog', task: 'volume-encryption:refresh' },
    });
    await openResource(page, 'kms.vault');
    const [{ namespace }] = custodies;
    const tenant = `Tenant ${namespace} on ${clusterName}`;
    await until(async () => {
      await page.reload();
      await graphNode(page, 'KMS vault').waitFor();
      return graphNode(page, tenant).isVisible();
    });
    await graphShows(page, ['orders', 'Payments']);
    await page.getByText(/^If this KMS goes down, .* cannot be/).waitFor();
    await keepPicture(page, 'testbed-kms');
  });

  it('tests a class on the real API server, up to Bound where no node runs a pod', async () => {
    const [{ namespace, storageClass }] = custodies;
    const task = await startTask(page, portal, {
      template: 'encryption-smoke-test',
      values: { cluster: clusterName, namespace, storageClass },
      ending: /No pod wrote or read/,
    });
    expect(task).toMatch(/The claim was bound after/);
    expect(task).toMatch(/could not run, because/);
    const { body } = await kubernetesApi(testbed().kubernetes).demand({
      method: 'GET',
      path: `/api/v1/namespaces/${namespace}/persistentvolumeclaims`,
    });
    expect(JSON.stringify(body)).not.toContain('smoke-test');
    await keepPicture(page, 'testbed-smoke-test');
  });

  it('makes an encrypted class the default of the real cluster', async () => {
    const [{ storageClass }] = custodies;
    await startTask(page, portal, {
      template: 'storage-class-default',
      values: { cluster: clusterName, storageClass },
      ending: /that name no class get/,
    });
    const { body } = await kubernetesApi(testbed().kubernetes).demand({
      method: 'GET',
      path: `/apis/storage.k8s.io/v1/storageclasses/${storageClass}`,
    });
    expect(
      textAt(
        body,
        'metadata',
        'annotations',
        'storageclass.kubernetes.io/is-default-class',
      ),
    ).toBe('true');
  });

  it('says blocked while the real Vault is sealed, notifies, and protection stays', async () => {
    const component = 'orders';
    await untilRecorded(page, portal, { component, text: 'first-seen' });
    await testbed().controls.vault.seal();
    await openEncryptionTab(page, 'orders');
    for (const { claim } of custodies) {
      const row = page.getByRole('row', {
        name: new RegExp(`^Details of ${claim}`),
      });
      await row.getByText('Blocked').waitFor();
      await row.getByText('Prepared').waitFor();
    }
    await page
      .getByText(/sealed/)
      .first()
      .waitFor();
    await keepPicture(page, 'testbed-sealed');
    await untilRecorded(page, portal, { component, text: '"sealed"' });
    await page.goto(`${portal.url}/notifications`);
    await page.getByText('KMS vault is sealed').first().waitFor();
    await keepPicture(page, 'testbed-notifications');

    await testbed().controls.vault.unseal();
    await openEncryptionTab(page, component);
    const first = page.getByRole('row', {
      name: new RegExp(`^Details of ${custodies[0].claim}`),
    });
    await first.getByText('Ready').waitFor();
  });

  it('never shows, logs or keeps a passphrase, a minted token or a token of its own', async () => {
    await search.collect();
    // The two of this suite, and what the examples have.
    expect(search.passphrases.size).toBeGreaterThanOrEqual(2);
    expect(search.tokens.size).toBeGreaterThanOrEqual(1);
    const { responses, databases, backendLog } = await search.sinks(page);
    expect(responses).toContain('orders-token-data');
    expect(databases).toContain('orders-token-data');
    expect(backendLog).toContain('ceph-csi-kms-token');
    expect(await search.leaks(page)).toEqual([]);
  });
});
