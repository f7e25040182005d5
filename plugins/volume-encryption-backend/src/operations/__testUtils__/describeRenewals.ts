// A suite that runs on several servers.
/* eslint-disable jest/no-export */

import { at, textOf } from './json';
import { clusterName, type OperationsUnderTest } from './OperationsUnderTest';
import { renewalBench, type RenewalBench } from './RenewalBench';
import { keepKey } from './tenantEnd';
import { kmsOf } from './Workbench';

/** Vault tells the end of a token in whole seconds. */
const aSecond = () => new Promise(resolve => setTimeout(resolve, 1_100));

/** What must become of tenants' tokens by themselves, on all servers. */
export function describeRenewals(under: () => OperationsUnderTest): void {
  describe('the renewal of tokens', () => {
    let bench: RenewalBench;
    beforeEach(async () => {
      bench = await renewalBench(under());
      await bench.onboard();
    });
    const expectNoSecret = () => {
      const said = JSON.stringify([bench.lines, bench.audited]);
      for (const { token, accessor } of bench.minted) {
        expect(said).not.toContain(token);
        expect(said).not.toContain(accessor);
      }
    };
    afterEach(async () => {
      expectNoSecret();
      await bench.close();
    });

    const tenantId = () => `${clusterName}.${bench.namespace}`;
    const recorded = async () => {
      const [credential, ...others] = await bench.credentials.all();
      expect(others).toEqual([]);
      return credential;
    };

    it('prolongs a token by its accessor when it is due, and not before', async () => {
      const before = await recorded();
      const end = await bench.endOf(before.accessor);
      await aSecond();
      // By the same clock the KMS says what it said at the minting.
      await bench.renewals(17, { kms: bench.kms }).run();
      expect(await bench.endOf(before.accessor)).toBe(end);
      expect(bench.audited).toEqual([]);
      await bench.renewals(22).run();
      const later = await bench.endOf(before.accessor);
      expect(Date.parse(later)).toBeGreaterThan(Date.parse(end));
      const { lastFailure, lost, accessor } = await recorded();
      expect({ lastFailure, lost }).toEqual({});
      expect(accessor).toBe(before.accessor);
      expect(bench.audited).toEqual([
        {
          actionType: 'renew',
          meta: {
            cluster: clusterName,
            namespace: bench.namespace,
            kms: 'vault',
            credential: before.id,
          },
          outcome: 'success',
        },
      ]);
    });

    it('finds a token lost that was revoked behind our back', async () => {
      const { accessor } = await recorded();
      await bench.renewals(0).run();
      expect(await recorded()).toMatchObject({
        checkedAt: expect.any(String),
        lost: undefined,
      });
      await bench.vault('POST', '/v1/auth/token/revoke-accessor', { accessor });
      await bench.renewals(0.01).run();
      expect((await recorded()).lost).toBeUndefined();
      await bench.renewals(0.05).run();
      await bench.renewals(0.05).run();
      expect(await recorded()).toMatchObject({ lost: true });
      expect(bench.audited).toEqual([
        expect.objectContaining({
          actionType: 'check',
          outcome: expect.stringContaining(tenantId()),
        }),
      ]);
      expect(bench.reissued).toEqual([]);
      await bench.rotate();
      expect((await recorded()).lost).toBeUndefined();
    });

    it('prolongs a token when that is asked for', async () => {
      const before = await recorded();
      const end = await bench.endOf(before.accessor);
      await aSecond();
      expect(await bench.renew()).toEqual(['updated']);
      const later = await bench.endOf(before.accessor);
      expect(Date.parse(later)).toBeGreaterThan(Date.parse(end));
      const after = await recorded();
      expect(after.id).toBe(before.id);
      expect(Date.parse(after.issuedAt ?? '')).toBeGreaterThan(
        Date.parse(before.issuedAt ?? ''),
      );
      await bench.vault('POST', '/v1/auth/token/revoke-accessor', {
        accessor: before.accessor,
      });
      await expect(bench.renew()).rejects.toMatchObject({
        code: 'conflict',
        message: expect.stringContaining('Rotate'),
      });
    });

    it('neither renews nor ends a token that is not ours', async () => {
      const theirs = await bench.vault('POST', '/v1/auth/token/create', {
        period: '1h',
        policies: ['default'],
      });
      const accessor = textOf(at(theirs, 'auth', 'accessor'));
      const end = await bench.endOf(accessor);
      await bench.rotate();
      const { id, ...tenant } = await recorded();
      await bench.credentials.recordAbandoned(id);
      const wrong = await bench.credentials.recordIntent(tenant, 'nobody');
      const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
      await bench.credentials.recordMinted(wrong, { accessor, expiresAt });
      await bench.credentials.recordDelivered(wrong);
      await aSecond();
      const renewals = bench.renewals(22);
      await renewals.run();
      await renewals.run();
      expect(await bench.endOf(accessor)).toBe(end);
      const words = expect.stringContaining('was not made by the portal');
      expect((await recorded()).lastFailure).toEqual(words);
      expect(bench.audited).toEqual([
        expect.objectContaining({ actionType: 'renew', outcome: words }),
      ]);
      await expect(bench.rotate()).rejects.toMatchObject({ code: 'not-ours' });
      expect(await bench.endOf(accessor)).toBe(end);
      expect(JSON.stringify(bench.lines)).not.toContain(accessor);
    });

    it('records what fails, tells it once for all, and tries again', async () => {
      const kms = kmsOf({
        ...under(),
        vault: { ...under().vault, url: 'http://127.0.0.1:9' },
      });
      await bench.renewals(22, { kms }).run();
      expect(await recorded()).toMatchObject({
        lastFailure: expect.stringContaining('vault'),
      });
      expect(bench.audited).toEqual([]);
      const told = bench.lines.filter(it => it.includes('not renewed'));
      expect(told).toEqual([expect.stringContaining('the first ends in 7')]);
      expect(told[0]).toContain(tenantId());
      await bench.renewals(22).run();
      expect((await recorded()).lastFailure).toBeUndefined();
    });

    it('does nothing for what was never delivered', async () => {
      const { id, accessor, ...tenant } = await recorded();
      const other = { ...tenant, namespace: 'other' };
      await bench.credentials.recordIntent(other, 'user:default/ada');
      await bench.renewals(22).run();
      expect(bench.audited).toHaveLength(1);
      expect(bench.audited[0].meta).toMatchObject({ credential: id });
      await keepKey(under(), bench.minted[0].token, bench.namespace);
    });
  });
}
