// A suite that runs on several servers.
/* eslint-disable jest/no-export */

import { at } from './json';
import { clusterName, type OperationsUnderTest } from './OperationsUnderTest';
import { renewalBench, type RenewalBench } from './RenewalBench';
import { deliveredToken, keepKey } from './tenantEnd';
import { kmsOf } from './Workbench';

const ROLE = '/v1/auth/token/roles/csi-tenant';
const SECOND_OF_DAY = 1 / 86_400;

/**
 * Tokens that end soon: for servers of one's own, because the token role of all
 * tenants is changed meanwhile.
 */
export function describeBriefTokens(under: () => OperationsUnderTest): void {
  describe('tokens that end soon', () => {
    let bench: RenewalBench;
    let role: object;
    beforeEach(async () => {
      bench = await renewalBench(under());
      role = Object(at(await bench.vault('GET', ROLE), 'data'));
    });
    afterEach(async () => {
      await bench.vault('POST', ROLE, { token_explicit_max_ttl: 0, ...role });
      await bench.close();
    });
    const onboardWith = async (fields: object) => {
      await bench.vault('POST', ROLE, { ...role, ...fields });
      await bench.onboard();
    };
    const pass = (seconds: number) =>
      new Promise(resolve => setTimeout(resolve, seconds * 1000));
    const recorded = async () => (await bench.credentials.all()).at(0);

    it('are replaced before the max TTL ends them', async () => {
      await onboardWith({ token_period: '60s', token_explicit_max_ttl: '60s' });
      const former = bench.minted[0];
      await pass(5);
      // By our clock the renewal is due; Vault has 55 seconds left to give.
      const now = () => new Date(Date.now() + 50_000);
      const kms = kmsOf(under(), { now });
      await bench.renewals(50 * SECOND_OF_DAY, { kms }).run();
      expect(bench.reissued).toEqual([`${clusterName}.${bench.namespace}`]);
      expect(bench.audited.map(it => it.actionType)).toEqual(['reissue']);
      const token = await deliveredToken(bench);
      expect(token).not.toBe(former.token);
      await keepKey(under(), token, bench.namespace);
      await expect(bench.endOf(former.accessor)).rejects.toThrow(/^40[034]/);
    });

    it('are replaced when Vault does not renew them', async () => {
      await onboardWith({ renewable: false });
      await bench.renewals(22).run();
      expect(bench.reissued).toHaveLength(1);
      expect(await deliveredToken(bench)).toBe(bench.minted[1].token);
    });

    it('are replaced by a rotation when they have ended', async () => {
      await onboardWith({ token_period: '2s' });
      const { token } = bench.minted[0];
      await keepKey(under(), token, bench.namespace);
      await pass(4);
      await expect(keepKey(under(), token, bench.namespace)).rejects.toThrow(
        /^403/,
      );
      await bench.renewals(0).run();
      const ended = await recorded();
      expect(ended).toMatchObject({ lost: true });
      expect(Date.parse(ended?.expiresAt ?? '')).toBeLessThan(Date.now());
      expect(bench.reissued).toEqual([]);
      await bench.vault('POST', ROLE, { ...role });
      await bench.rotate();
      await keepKey(under(), await deliveredToken(bench), bench.namespace);
    });
  });
}
