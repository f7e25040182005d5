// A suite that runs on several servers.
/* eslint-disable jest/no-export */

import { at, textOf } from './json';
import { clusterName, type OperationsUnderTest } from './OperationsUnderTest';
import { renewalBench, type RenewalBench } from './RenewalBench';
import { deliveredToken, keepKey } from './tenantEnd';
import { tenantObjects } from './tenantObjects';

const POLICY = '/v1/sys/policies/acl/csi-tenant-token';

/**
 * What a rotation must do when the new token is no good: for servers of one's
 * own, because the policy of all tenants is broken meanwhile.
 */
export function describeRotation(under: () => OperationsUnderTest): void {
  describe('the rotation of a token', () => {
    let bench: RenewalBench;
    beforeEach(async () => {
      bench = await renewalBench(under());
      await bench.onboard();
    });
    afterEach(async () => {
      jest.restoreAllMocks();
      await bench.close();
    });

    const livesOf = async (accessor: string) =>
      bench.endOf(accessor).then(
        () => true,
        () => false,
      );

    /** With the policy of tenants' tokens changed, for as long as it takes. */
    async function withPolicy(
      change: (policy: string) => string,
      act: () => Promise<void>,
    ) {
      const policy = textOf(
        at(await bench.vault('GET', POLICY), 'data', 'policy'),
      );
      await bench.vault('POST', POLICY, { policy: change(policy) });
      try {
        await act();
      } finally {
        await bench.vault('POST', POLICY, { policy });
      }
    }

    async function expectRolledBack(error: object) {
      const before = await tenantObjects(bench);
      const recorded = await bench.credentials.all();
      await expect(bench.rotate()).rejects.toMatchObject(error);
      expect(await tenantObjects(bench)).toEqual(before);
      expect(await bench.credentials.all()).toEqual(recorded);
      const [first, ...failed] = bench.minted;
      expect(failed).toHaveLength(1);
      expect(await livesOf(first.accessor)).toBe(true);
      expect(await livesOf(failed[0].accessor)).toBe(false);
      expect(await deliveredToken(bench)).toBe(first.token);
    }

    it('ends the former token when the new one is in place', async () => {
      await bench.rotate();
      const [former, fresh] = bench.minted;
      expect(await deliveredToken(bench)).toBe(fresh.token);
      await keepKey(under(), fresh.token, bench.namespace);
      expect(await livesOf(former.accessor)).toBe(false);
      await expect(
        keepKey(under(), former.token, bench.namespace),
      ).rejects.toThrow(/^403/);
    });

    it.each(['create', 'update', 'read', 'delete'])(
      'keeps the former token when the new one may not %s keys',
      async right => {
        await withPolicy(
          policy => policy.replace(`"${right}"`, '"list"'),
          () =>
            expectRolledBack({
              code: 'kms-denied',
              message: expect.stringMatching(
                new RegExp(`may not ${right} at csi/.*/data/probe`),
              ),
            }),
        );
        await keepKey(under(), bench.minted[0].token, bench.namespace);
        await bench.rotate();
        expect(await livesOf(bench.minted[0].accessor)).toBe(false);
      },
    );

    it.each([
      ['of all tenants', 'path "csi/*" { capabilities = ["read"] }'],
      [
        'of those whose name begins alike',
        `path "csi/${clusterName}.operations-*" { capabilities = ["list"] }`,
      ],
    ])(
      'keeps the former token when the new one reaches keys %s',
      async (_, rule) => {
        await withPolicy(
          policy => `${policy}\n${rule}`,
          () =>
            expectRolledBack({
              code: 'not-allowed',
              message: expect.stringContaining('not its own'),
            }),
        );
      },
    );

    it('keeps the former token when somebody else writes the Secret', async () => {
      const path = `/api/v1/namespaces/${bench.namespace}/secrets/ceph-csi-kms-token`;
      const { writer } = bench.cluster;
      const { apply } = writer;
      jest.spyOn(writer, 'apply').mockImplementation(async (...given) => {
        const outcome = await apply(...given);
        await bench.kubernetes('DELETE', path);
        return outcome;
      });
      await expect(bench.rotate()).rejects.toMatchObject({ code: 'conflict' });
      const [former, fresh] = bench.minted;
      expect(await livesOf(former.accessor)).toBe(true);
      jest.restoreAllMocks();
      await bench.rotate();
      expect(await livesOf(former.accessor)).toBe(false);
      expect(await livesOf(fresh.accessor)).toBe(false);
      expect(await deliveredToken(bench)).toBe(bench.minted[2].token);
    });
  });
}
