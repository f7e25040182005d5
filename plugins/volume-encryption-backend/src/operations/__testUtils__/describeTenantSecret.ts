// A suite that runs on several servers.
/* eslint-disable jest/no-export */

import { inspect } from 'node:util';
import { VolumeEncryptionError } from 'backstage-plugin-volume-encryption-common';
import { Systems } from '../../systems';
import { at } from './json';
import { clusterName, type OperationsUnderTest } from './OperationsUnderTest';
import {
  deliveredToken,
  finishedTenant,
  keepKey,
  tenantEnd,
} from './tenantEnd';
import { kmsOf, workbench, type Workbench } from './Workbench';

const context = { requestedBy: 'user:default/ada' };

/** What the operation `tenant-secret` must do on all servers. */
export function describeTenantSecret(under: () => OperationsUnderTest): void {
  describe('tenant-secret', () => {
    let bench: Workbench;
    beforeEach(async () => {
      bench = await workbench(under());
    });
    afterEach(async () => {
      jest.restoreAllMocks();
      await bench.close();
    });

    const tenant = () => ({
      cluster: clusterName,
      namespace: bench.namespace,
      kms: 'vault',
      tenantId: `${clusterName}.${bench.namespace}`,
    });
    const request = () => ({
      operation: 'tenant-secret' as const,
      cluster: clusterName,
      namespace: bench.namespace,
      kmsId: 'vault-tokens',
    });
    const secretPath = () =>
      `/api/v1/namespaces/${bench.namespace}/secrets/ceph-csi-kms-token`;
    const run = () => bench.service().run(request(), context);
    const outcomes = async () =>
      (await run()).steps.map(({ outcome }) => outcome);
    const live = () => bench.credentials.live(tenant());
    const expectEnd = async () => {
      expect(await tenantEnd(bench)).toEqual(finishedTenant);
      await keepKey(under(), await deliveredToken(bench), bench.namespace);
      const [credential, ...others] = await live();
      expect([credential.state, others]).toEqual(['delivered', []]);
      const end = Date.parse(credential.expiresAt ?? '');
      expect(end).toBeGreaterThan(Date.now());
    };

    const setPeriod = (token_period: string) =>
      bench.vault('POST', '/v1/auth/token/roles/csi-tenant', {
        allowed_policies: 'csi-tenant-token',
        allowed_entity_aliases: `${clusterName}.*`,
        orphan: true,
        token_period,
      });

    it('gives a tenant mount, ConfigMap and token from nothing', async () => {
      expect(await outcomes()).toEqual(['created', 'created', 'created']);
      await expectEnd();
      const [{ id, accessor = '' }] = await live();
      expect(await bench.kms.tokens.lookup(accessor, {})).toMatchObject({
        path: 'auth/token/create/csi-tenant',
        meta: {
          cluster: clusterName,
          namespace: bench.namespace,
          operation: id,
        },
      });
    });

    it('keeps the token when it is run again', async () => {
      await run();
      const token = await deliveredToken(bench);
      expect(await outcomes()).toEqual(['unchanged', 'unchanged', 'unchanged']);
      expect(await deliveredToken(bench)).toBe(token);
      await expectEnd();
    });

    it('plans without a change', async () => {
      const plan = await bench.service().plan(request(), context);
      expect(plan.steps.map(({ change }) => change)).toEqual([
        'create',
        'create',
        'create',
      ]);
      expect(await live()).toEqual([]);
    });

    it('gives one token to two runs at once', async () => {
      const service = bench.service();
      const results = await Promise.all([
        service.run(request(), context),
        service.run(request(), context),
      ]);
      expect(results.map(({ steps }) => steps[2].outcome)).toEqual([
        'created',
        'unchanged',
      ]);
      await expectEnd();
    });

    it('gives a new token when Vault has lost the old one', async () => {
      await run();
      const [{ accessor = '' }] = await live();
      await bench.vault('POST', '/v1/auth/token/revoke-accessor', { accessor });
      expect(await outcomes()).toEqual(['unchanged', 'unchanged', 'updated']);
      await expectEnd();
    });

    it('gives a new token when the Secret is gone, and ends the old one', async () => {
      await run();
      const [{ accessor = '' }] = await live();
      await bench.kubernetes('DELETE', secretPath());
      expect(await outcomes()).toEqual(['unchanged', 'unchanged', 'created']);
      expect(await bench.kms.tokens.lookup(accessor, {})).toBeUndefined();
      await expectEnd();
    });

    it.each(['mint', 'apply'] as const)(
      'leaves the token that is used where a new one is not had: %s',
      async act => {
        await run();
        const token = await deliveredToken(bench);
        // As when somebody took the mark of the credential off the Secret.
        jest.spyOn(bench.credentials, 'find').mockResolvedValue(undefined);
        const refused = new VolumeEncryptionError('kms-denied', 'No.');
        const { tokens } = bench.kms;
        if (act === 'mint') jest.spyOn(tokens, act).mockRejectedValue(refused);
        const { writer } = bench.cluster;
        if (act === 'apply') jest.spyOn(writer, act).mockRejectedValue(refused);
        await expect(run()).rejects.toMatchObject({ code: 'kms-denied' });
        jest.restoreAllMocks();
        expect(await deliveredToken(bench)).toBe(token);
        await keepKey(under(), token, bench.namespace);
      },
    );

    it('ends a token that the cluster did not take', async () => {
      const refused = new VolumeEncryptionError('cluster-denied', 'No.');
      const { apply } = bench.cluster.writer;
      jest
        .spyOn(bench.cluster.writer, 'apply')
        .mockImplementation(async (manifest, options) => {
          if (manifest.kind === 'Secret') throw refused;
          return apply(manifest, options);
        });
      await expect(run()).rejects.toMatchObject({ code: 'cluster-denied' });
      const [{ accessor }] = bench.minted;
      expect(await bench.kms.tokens.lookup(accessor, {})).toBeUndefined();
    });

    it('ends the token that was used when a new one is delivered', async () => {
      await run();
      const [{ accessor = '' }] = await live();
      jest.spyOn(bench.credentials, 'find').mockResolvedValue(undefined);
      expect(await outcomes()).toEqual(['unchanged', 'unchanged', 'updated']);
      expect(await bench.kms.tokens.lookup(accessor, {})).toBeUndefined();
      jest.restoreAllMocks();
      await expectEnd();
    });

    it('never touches a token that it did not make', async () => {
      const issued = await bench.vault('POST', '/v1/auth/token/create', {
        meta: { cluster: clusterName, namespace: bench.namespace },
      });
      const accessor = String(at(issued, 'auth', 'accessor'));
      const id = await bench.credentials.recordIntent(tenant(), 'user:x/y');
      await bench.credentials.recordMinted(id, { accessor, expiresAt: '' });
      await expect(run()).rejects.toMatchObject({ code: 'not-ours' });
      expect(await bench.kms.tokens.lookup(accessor, {})).toBeDefined();
      expect((await live()).map(({ state }) => state)).toEqual(['minted']);
    });

    it("leaves somebody else's Secret as it is", async () => {
      const secrets = `/api/v1/namespaces/${bench.namespace}/secrets`;
      await bench.kubernetes('POST', secrets, {
        metadata: { name: 'ceph-csi-kms-token' },
        data: { token: 'dGhlaXJz' },
      });
      await expect(run()).rejects.toMatchObject({
        code: 'not-ours',
        message: expect.stringContaining('ceph-csi-kms-token'),
      });
      const secret = await bench.kubernetes('GET', secretPath());
      expect(at(secret, 'data', 'token')).toBe('dGhlaXJz');
      expect(await live()).toEqual([]);
    });

    it("goes on where the portal's own token ended between two steps", async () => {
      const issued = await bench.vault('POST', '/v1/auth/token/create', {
        policies: ['volume-encryption-portal'],
        no_default_policy: true,
      });
      const token = String(at(issued, 'auth', 'client_token'));
      const accessor = String(at(issued, 'auth', 'accessor'));
      const kms = kmsOf(under(), { token });
      const { ensureMount } = kms;
      kms.ensureMount = async (...given) => {
        const outcome = await ensureMount(...given);
        await bench.vault('POST', '/v1/auth/token/revoke-accessor', {
          accessor,
        });
        return outcome;
      };
      const systems = new Systems({ clusters: [bench.cluster], kms: [kms] });
      await expect(
        bench.service({ systems }).run(request(), context),
      ).rejects.toMatchObject({ code: 'kms-denied' });
      await run();
      await expectEnd();
    });

    it('passes on that Vault has cut the period of a token', async () => {
      await setPeriod('1000h');
      const { notes } = await run().finally(() => setPeriod('720h'));
      expect(notes).toContainEqual({
        code: 'step-warning',
        severity: 'warning',
        message: expect.stringMatching(/Vault warns: period of "1000h" exceed/),
      });
      expect(bench.lines.join()).toContain('period value is capped');
    });

    it.each([-6, 6])(
      'judges a token by the time it has left, with clocks %i hours apart',
      async hours => {
        const now = () => new Date(Date.now() + hours * 3_600_000);
        const kms = kmsOf(under(), { now });
        const systems = new Systems({ clusters: [bench.cluster], kms: [kms] });
        const service = bench.service({ systems, now });
        const token = async () =>
          (await service.run(request(), context)).steps[2].outcome;
        await setPeriod('2h');
        expect([await token(), await token()]).toEqual([
          'created',
          'unchanged',
        ]);
        await setPeriod('720h');
        const [{ accessor = '', expiresAt = '' }] = await live();
        const told = await kms.tokens.lookup(accessor, {});
        for (const end of [expiresAt, told?.expiresAt ?? '']) {
          const minutes = (Date.parse(end) - now().getTime()) / 60_000;
          expect(minutes).toBeGreaterThan(60);
          expect(minutes).toBeLessThanOrEqual(121);
        }
      },
    );

    it('shows a token nowhere but in the Secret', async () => {
      const service = bench.service();
      const plan = await service.plan(request(), context);
      const result = await service.run(request(), context);
      await bench.kubernetes('DELETE', secretPath());
      const { apply } = bench.cluster.writer;
      jest
        .spyOn(bench.cluster.writer, 'apply')
        .mockImplementation((manifest, options) =>
          apply({ ...manifest, metadata: { name: 'a b' } }, options),
        );
      const error = await service.run(request(), context).catch(it => it);
      expect(error).toBeInstanceOf(Error);
      const shown = [plan, result, error, bench.lines];
      const text = shown.map(everyForm).concat(await bench.databaseText());
      expect(bench.minted).toHaveLength(2);
      for (const { token } of bench.minted) {
        const encoded = Buffer.from(token).toString('base64');
        expect(text.join('')).not.toContain(token);
        expect(text.join('')).not.toContain(encoded);
      }
      expect(text.at(-1)).toContain(bench.minted[0].accessor);
    });
  });
}

function everyForm(shown: unknown): string {
  const options = { depth: 9, showHidden: true, maxStringLength: Infinity };
  return [inspect(shown, options), JSON.stringify(shown), `${shown}`].join();
}
