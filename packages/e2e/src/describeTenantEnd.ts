// Tests of a suite that runs in another's portal.
/* eslint-disable jest/no-export */

import { kubernetesApi, valueAt, vaultApi } from 'testbed';
import { deleteClaims } from './deleteClaims';
import { keepPicture } from './openPortal';
import type { Stage } from './Stage';
import { credentialObject, tenantToken } from './tenantCredential';
import { keysIn, mountOf, tenantMounts } from './tenantKeys';
import type { TenantLife } from './tenantLives';
import { offboardTenant, shredTenant } from './tenantTemplates';
import { clusterName as cluster } from './testbedPortal';

/** The end of a tenant that has the claims `-first` and `-second`. */
export function describeTenantEnd(
  { testbed, portal, page }: Stage,
  { custody, namespace, kmsId }: TenantLife,
): void {
  const tenant = { cluster, namespace };

  it('is not offboarded while volumes live', async () => {
    const task = await offboardTenant(page(), tenant);
    await keepPicture(page(), `life-${custody}-in-use`);
    expect(task).toMatch(/^.*2 of tenant .* need its keys: PersistentVolume/m);
    const { status } = await credentialObject(testbed(), namespace, custody);
    expect(status).toBe(200);
  });

  it('is offboarded, and loses what gave access', async () => {
    const { vaultAddr } = testbed();
    if (custody === 'vaulttokens') {
      const token = await tenantToken(testbed(), namespace);
      await vaultApi(vaultAddr, token).demand({
        method: 'POST',
        path: `/v1/${mountOf(namespace)}/data/left-over`,
        body: { data: { passphrase: 'of a volume that is gone' } },
      });
    }
    await deleteClaims(testbed(), namespace, [
      `${namespace}-first`,
      `${namespace}-second`,
    ]);
    const task = await offboardTenant(page(), tenant);
    await keepPicture(page(), `life-${custody}-offboarded`);
    expect(task).toContain('is no tenant any more');
    const { status } = await credentialObject(testbed(), namespace, custody);
    expect(status).toBe(404);
    const { body } = await kubernetesApi(testbed().kubernetes).demand({
      method: 'GET',
      path: `/api/v1/namespaces/${namespace}`,
    });
    const annotations = Object(valueAt(body, ['metadata', 'annotations']));
    expect(Object.keys(annotations)).not.toContain(
      'volume-encryption.backstage.io/owner',
    );
  });

  it('its keys are destroyed, with a receipt', async () => {
    const left = await keysIn(testbed(), mountOf(namespace));
    expect(left).toEqual(custody === 'vaulttokens' ? ['left-over'] : []);
    const task = await shredTenant(page(), { ...tenant, kmsId });
    await keepPicture(page(), `life-${custody}-shredded`);
    expect(task).toMatch(
      new RegExp(`${left.length} keys of tenant[^]*were destroyed`),
    );
    expect(await tenantMounts(testbed())).not.toContain(mountOf(namespace));
    await page().goto(`${portal().url}/volume-encryption/tenants`);
    await page()
      .getByRole('table', { name: 'Receipts' })
      .getByText(`${cluster}.${namespace}`, { exact: true })
      .waitFor();
    await keepPicture(page(), `life-${custody}-receipt`);
  });
}
