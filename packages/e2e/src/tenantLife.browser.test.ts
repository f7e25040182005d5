import type { Browser, Page } from 'playwright-core';
import { describeOnOwnTestbed, kubernetesApi, textAt } from 'testbed';
import { makeTokensBrief } from './briefTokens';
import { launchBrowser } from './chromium';
import { describePortalRights } from './describePortalRights';
import { describeTenantEnd } from './describeTenantEnd';
import { makePod, podAndClaim } from './handMadePod';
import { onboardTenant } from './onboardTenant';
import { keepPicture, openEncryptionTab, openPortal } from './openPortal';
import { requestVolume } from './requestVolume';
import { SecretSearch } from './SecretSearch';
import type { Stage } from './Stage';
import {
  accessorOf,
  credentialIdentity,
  isInForce,
  isKnown,
  tenantToken,
} from './tenantCredential';
import { keysIn, mountOf } from './tenantKeys';
import { byAccount, byToken, type TenantLife } from './tenantLives';
import { openTenant, rotateTenant } from './tenantTemplates';
import {
  clusterName as cluster,
  startPortalOnTestbed,
  type TestbedPortal,
} from './testbedPortal';
import { until } from './until';

const lives = [byAccount, byToken];

jest.setTimeout(240_000);

const lapsing = { ...byToken, namespace: 'life-lapsed' };

describeOnOwnTestbed('the life of tenants in the browser', testbed => {
  let portal: TestbedPortal;
  let browser: Browser;
  let page: Page;
  let search: SecretSearch;
  const stage: Stage = {
    testbed,
    portal: () => portal,
    page: () => page,
  };

  beforeAll(async () => {
    portal = await startPortalOnTestbed(testbed());
    browser = await launchBrowser();
    page = await openPortal(browser, portal.url);
    search = new SecretSearch(testbed(), portal);
    search.listenTo(page);
  }, 400_000);

  afterAll(async () => {
    await browser?.close();
    await portal?.stop();
  });

  // Rotation ends tokens, and shredding destroys keys.
  afterEach(() => search.collect());

  const onboard = (life: TenantLife) =>
    onboardTenant(page, { ...life, cluster, owner: 'Payments', isNew: true });

  async function makeVolume(life: TenantLife, name: string) {
    const { namespace, storageClass } = life;
    const volume = { component: 'orders', namespace, storageClass, name };
    const task = await requestVolume(page, volume);
    expect(task).toContain(`Verified claim "${name}"`);
    const { body } = await kubernetesApi(testbed().kubernetes).demand({
      method: 'GET',
      path: `/api/v1/namespaces/${namespace}/persistentvolumeclaims/${name}`,
    });
    expect(textAt(body, 'status', 'phase')).toBe('Bound');
  }

  const openDetails = async (claim: string) => {
    await openEncryptionTab(page, 'orders');
    const row = page.getByRole('row', {
      name: new RegExp(`^Details of ${claim}`),
    });
    await row.getByText('Bound').waitFor();
    return row;
  };

  describe.each(lives)('with custody $custody', life => {
    const { custody, namespace } = life;

    it('comes from nothing, and its claim is bound', async () => {
      const task = await onboard(life);
      expect(task).toContain(`Consent of namespace ${namespace}`);
      await keepPicture(page, `life-${custody}-onboarded`);
      await makeVolume(life, `${namespace}-first`);
      expect(await keysIn(testbed(), mountOf(namespace))).toHaveLength(1);
      await openTenant(page, { cluster, namespace });
      await keepPicture(page, `life-${custody}-tenant`);
    });

    it('has its credential rotated under its volume', async () => {
      const identity = () => credentialIdentity(testbed(), namespace, custody);
      const former = await identity();
      const task = await rotateTenant(page, { cluster, namespace });
      await keepPicture(page, `life-${custody}-rotated`);
      expect(task).toContain('is live');
      expect(await identity()).not.toBe(former);
      expect(await isInForce(testbed(), former, life)).toBe(false);
      await makeVolume(life, `${namespace}-second`);
      const row = await openDetails(`${namespace}-first`);
      await row.getByText('Ready').waitFor();
      await keepPicture(page, `life-${custody}-tab`);
    });
  });

  describePortalRights(stage);

  it('a token that was left to end blocks, and rotation heals it without touching the pod', async () => {
    const { namespace } = lapsing;
    const place = { namespace, claim: `${namespace}-data` };
    const tenant = { cluster, namespace };
    await onboard(lapsing);
    await makeVolume(lapsing, place.claim);
    await makePod(testbed(), place);
    const untouched = await podAndClaim(testbed(), place);
    await openTenant(page, tenant);
    await page
      .getByText(/(29|30) days left/)
      .first()
      .waitFor();
    await keepPicture(page, 'life-days-left');

    await search.collect();
    const restore = await makeTokensBrief(testbed());
    expect(await rotateTenant(page, tenant)).toContain('The credential of');
    const brief = await tenantToken(testbed(), namespace);
    await search.collect();
    const accessor = await accessorOf(testbed(), brief);
    await openTenant(page, tenant);
    await page.getByText('less than a day left').first().waitFor();
    await keepPicture(page, 'life-last-day');
    expect(await isKnown(testbed(), accessor)).toBe(true);
    await until(async () => !(await isKnown(testbed(), accessor)));
    let row = await openDetails(place.claim);
    await row.getByText('Blocked').waitFor();
    await page.getByRole('link', { name: `Details of ${place.claim}` }).click();
    await page
      .getByText(/token in the Secret .* ended at|does not know the token/)
      .first()
      .waitFor();
    await keepPicture(page, 'life-blocked');

    await restore();
    expect(await rotateTenant(page, tenant)).toContain('is live');
    row = await openDetails(place.claim);
    await row.getByText('Ready').waitFor();
    await keepPicture(page, 'life-healed');
    expect(await podAndClaim(testbed(), place)).toEqual(untouched);
  });

  it('the platform team sees tenants, set-up and proof', async () => {
    await page.goto(`${portal.url}/volume-encryption`);
    await page.getByRole('tab', { name: 'Tenants' }).click();
    for (const { namespace } of [...lives, lapsing]) {
      await page
        .getByRole('link', { name: `Tenant ${namespace} on` })
        .waitFor();
    }
    await keepPicture(page, 'platform-tenants');
    await page.getByRole('tab', { name: 'Custody set-up' }).click();
    await page.getByText('As it should be').first().waitFor();
    await keepPicture(page, 'platform-setup');
    await page.getByRole('tab', { name: 'Proof' }).click();
    await page.getByText('Exactly as documented').first().waitFor();
    await page.getByText(/Clean: each of the \d+ tenants is denied/).waitFor();
    await keepPicture(page, 'platform-proof');
  });

  describe.each(lives)('with custody $custody at its end', life => {
    describeTenantEnd(stage, life);
  });

  it('no passphrase and no token was shown, logged or kept, rotated ones included', async () => {
    // Two of each life, one of the token that ended, one of insurance, and the
    // one that was left over; and what the examples have.
    expect(search.passphrases.size).toBeGreaterThanOrEqual(7);
    // Two of the life by token, three of the one whose token ended.
    expect(search.tokens.size).toBeGreaterThanOrEqual(5);
    const { databases, backendLog } = await search.sinks(page);
    expect(databases).toContain('life-token');
    expect(backendLog).toContain('ceph-csi-kms-token');
    expect(await search.leaks(page)).toEqual([]);
  });
});
