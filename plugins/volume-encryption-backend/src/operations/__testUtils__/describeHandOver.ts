// A suite that runs on several servers.
/* eslint-disable jest/no-export */

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { connect } from 'sandbox';
import {
  setUpTokenUnwrapper,
  type Testbed,
  type TokenUnwrapper,
} from 'testbed';
import { vaultCaller, type Body } from './administrator';
import { at, textOf } from './json';
import { type OperationsUnderTest } from './OperationsUnderTest';
import { renewalBench, type RenewalBench } from './RenewalBench';
import { RunningUnwrapper } from './RunningUnwrapper';
import { deliveredToken, keepKey } from './tenantEnd';
import { kmsOf } from './Workbench';

/** What the program needs and the testbed does not bring. */
const LACKING = ['curl', 'jq', 'sha256sum'].filter(
  it => spawnSync(it, ['--version']).error,
);
const POLICY = '/v1/sys/policies/acl/volume-encryption-portal';
const MINT = 'path "auth/token/create/csi-tenant" {';

/**
 * The hand-over of tokens that the portal never sees: on real servers of one's
 * own, since the portal's policy is changed.
 */
export function describeHandOver(
  under: () => OperationsUnderTest,
  testbed: () => Testbed,
): void {
  if (LACKING.length > 0) {
    process.stderr.write(
      `not run, for want of ${LACKING.join(', ')}: "the hand-over of a wrapped token"\n`,
    );
  }
  const describeWithPrograms = LACKING.length > 0 ? describe.skip : describe;
  describeWithPrograms('the hand-over of a wrapped token', () => {
    let installed: TokenUnwrapper;
    let bench: RenewalBench;
    let unwrapper: RunningUnwrapper | undefined;
    beforeAll(async () => {
      installed = await setUpTokenUnwrapper(testbed());
    });
    beforeEach(async () => {
      bench = await renewalBench(under(), { tokenWrapTtl: 10 });
      // Only a tenant with a ServiceAccount needs the label.
      await bench.kubernetes('PATCH', `/api/v1/namespaces/${bench.namespace}`, {
        metadata: { labels: { 'csi-kms': null } },
      });
    });
    afterEach(async () => {
      await unwrapper?.stop();
      unwrapper = undefined;
      jest.restoreAllMocks();
      await bench.close();
    });

    const start = () => {
      unwrapper = new RunningUnwrapper(under(), installed);
    };
    const heldSecret = () =>
      bench.kubernetes(
        'GET',
        `/api/v1/namespaces/${bench.namespace}/secrets/ceph-csi-kms-token-wrapped`,
      );
    const lives = (accessor: string | undefined) =>
      bench.endOf(accessor).then(
        () => true,
        () => false,
      );

    it('gives the tenant a token that the portal never had', async () => {
      start();
      await bench.onboard();
      const token = await deliveredToken(bench);
      const [{ token: wrapping, accessor }] = bench.minted;
      expect(token).toMatch(/^hvs\./);
      expect(token).not.toBe(wrapping);
      await keepKey(under(), token, bench.namespace);
      expect(await lives(accessor)).toBe(true);
      const [record] = await bench.credentials.all();
      expect(record).toMatchObject({ state: 'delivered', accessor });
      await expect(heldSecret()).rejects.toThrow(/^404/);
      const seen = [
        ...bench.lines,
        unwrapper?.said,
        await bench.databaseText(),
      ];
      for (const secret of [token, wrapping]) {
        expect(seen.join()).not.toContain(secret);
      }
    });

    it('renews it, and ends it only when a rotation put another in place', async () => {
      start();
      await bench.onboard();
      expect(await bench.renew()).toEqual(['updated']);
      const former = await deliveredToken(bench);
      await bench.rotate();
      const fresh = await deliveredToken(bench);
      expect(fresh).not.toBe(former);
      await keepKey(under(), fresh, bench.namespace);
      const [first, second] = bench.minted;
      expect([
        await lives(first.accessor),
        await lives(second.accessor),
      ]).toEqual([false, true]);
    });

    it('leaves the former token in force where nothing takes the new one out', async () => {
      start();
      await bench.onboard();
      await unwrapper?.stop();
      unwrapper = undefined;
      const former = await deliveredToken(bench);
      await expect(bench.rotate()).rejects.toMatchObject({
        code: 'timeout',
        message: expect.stringContaining('token-unwrapper'),
      });
      expect(await deliveredToken(bench)).toBe(former);
      await keepKey(under(), former, bench.namespace);
      await expect(heldSecret()).rejects.toThrow(/^404/);
      start();
      await bench.rotate();
      const [first, missed, fresh] = bench.minted;
      expect(await lives(first.accessor)).toBe(false);
      expect(await lives(missed.accessor)).toBe(false);
      expect(await lives(fresh.accessor)).toBe(true);
    });

    /** What somebody does to a wrapped token before it is held: as he returns it. */
    const meddle = (change: (wrapping: string) => Promise<string>) => {
      const { writer } = bench.cluster;
      const { apply } = writer;
      jest.spyOn(writer, 'apply').mockImplementation(async (given, options) => {
        if (given.kind !== 'Secret') return apply(given, options);
        const held = textOf(at(Object(given.data), 'wrapping-token'));
        const wrapping = Buffer.from(held, 'base64').toString();
        const changed = Buffer.from(await change(wrapping)).toString('base64');
        const data = { 'wrapping-token': changed };
        return apply({ ...given, data }, options);
      });
    };
    /** What Vault answers an administrator, in a wrapping. */
    const wrappingOf = async (path: string, body: Body) => {
      const { url, rootToken: token } = under().vault;
      const headers = { 'x-vault-token': token, 'x-vault-wrap-ttl': '60' };
      const answer = await connect({ url, headers })('POST', path, body);
      return textOf(at(answer.body, 'wrap_info', 'token'));
    };

    it('raises an alarm where somebody else took it out, and ends it', async () => {
      let stolen: string | undefined;
      meddle(async wrapping => {
        const thief = vaultCaller(under(), wrapping);
        const answer = await thief('POST', '/v1/sys/wrapping/unwrap');
        stolen = textOf(at(answer, 'auth', 'client_token'));
        return wrapping;
      });
      start();
      await expect(bench.onboard()).rejects.toMatchObject({
        code: 'taken-by-other',
        message: expect.stringContaining('sys/wrapping/unwrap'),
      });
      expect(unwrapper?.said).toContain('WAS UNWRAPPED BY ANOTHER');
      expect(stolen).toMatch(/^hvs\./);
      await expect(
        keepKey(under(), stolen ?? '', bench.namespace),
      ).rejects.toThrow(/^403/);
      await expect(deliveredToken(bench)).rejects.toThrow(/^404/);
      jest.restoreAllMocks();
      await bench.onboard();
      await keepKey(under(), await deliveredToken(bench), bench.namespace);
    });

    it.each<[string, { path: string; body: Body; said: string }]>([
      [
        'token',
        {
          path: '/v1/auth/token/create',
          body: { ttl: '5m' },
          said: 'put in place',
        },
      ],
      [
        'thing',
        {
          path: '/v1/sys/wrapping/wrap',
          body: { of: 'no use' },
          said: 'HOLDS NO TOKEN',
        },
      ],
    ])(
      'raises an alarm where it was swapped for another %s, and records none',
      async (_, { path, body, said }) => {
        start();
        await bench.onboard();
        const [{ accessor }] = bench.minted;
        meddle(() => wrappingOf(path, body));
        await expect(bench.rotate()).rejects.toMatchObject({
          code: 'taken-by-other',
        });
        expect(unwrapper?.said).toContain(said);
        const [, swapped] = bench.minted;
        expect(await lives(swapped.accessor)).toBe(false);
        expect(await lives(accessor)).toBe(true);
        expect(await bench.credentials.all()).toMatchObject([
          { state: 'delivered', accessor },
        ]);
        jest.restoreAllMocks();
        await bench.rotate();
        expect(await lives(accessor)).toBe(false);
        await keepKey(under(), await deliveredToken(bench), bench.namespace);
      },
    );

    it('shows no accessor', async () => {
      start();
      await bench.onboard();
      const secret = await bench.kubernetes(
        'GET',
        `/api/v1/namespaces/${bench.namespace}/secrets/ceph-csi-kms-token`,
      );
      const text = JSON.stringify(secret);
      const { accessor } = bench.minted[0];
      expect(accessor).not.toBe('');
      expect(text).toContain(
        createHash('sha256').update(accessor).digest('hex'),
      );
      expect(text).not.toContain(accessor);
    });

    it('is the only way that the rendered policy leaves to the portal', async () => {
      const read = await bench.vault('GET', POLICY);
      const policy = textOf(at(read, 'data', 'policy'));
      expect(policy).toContain(MINT);
      const bounds = 'min_wrapping_ttl = "1s"\n  max_wrapping_ttl = "10s"';
      const wrapped = policy.replace(MINT, `${MINT}\n  ${bounds}`);
      await bench.vault('POST', POLICY, { policy: wrapped });
      try {
        const request = { tenantId: `contract.${bench.namespace}`, meta: {} };
        await expect(
          kmsOf(under()).tokens.mint(request, {}),
        ).rejects.toMatchObject({ code: 'kms-denied' });
        await expect(bench.kms.tokens.mint(request, {})).resolves.toBeDefined();
      } finally {
        await bench.vault('POST', POLICY, { policy });
      }
    });
  });
}
