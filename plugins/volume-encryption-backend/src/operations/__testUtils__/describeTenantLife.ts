// A suite that runs on several servers.
/* eslint-disable jest/no-export */

import type { OperationRequest } from 'backstage-plugin-volume-encryption-common';
import { at } from './json';
import { clusterName, type OperationsUnderTest } from './OperationsUnderTest';
import { finishedTenant, tenantEnd } from './tenantEnd';
import { makeEncryptedVolume, tenantObjects } from './tenantObjects';
import { workbench, type Workbench } from './Workbench';

const context = { requestedBy: 'user:default/ada' };
const OWNER = 'volume-encryption.backstage.io/owner';

/** What a tenant's life must be like on all servers. */
export function describeTenantLife(under: () => OperationsUnderTest): void {
  describe.each([
    ['vaulttenantsa', 'vault-tenant-sa'],
    ['vaulttokens', 'vault-tokens'],
  ])('the life of a tenant with %s', (custody, kmsId) => {
    let bench: Workbench;
    beforeEach(async () => {
      bench = await workbench(under());
    });
    afterEach(() => bench.close());

    const place = () => ({
      cluster: clusterName,
      namespace: bench.namespace,
      kmsId,
    });
    const run = (request: OperationRequest) =>
      bench.service().run(request, context);
    const outcomes = async (request: OperationRequest) =>
      (await run(request)).steps.map(it => `${it.id} ${it.outcome}`);
    const onboard = (fields: object = {}): OperationRequest => ({
      operation: 'tenant-onboard',
      ...place(),
      owner: 'payments',
      createNamespace: false,
      ...fields,
    });
    const namespacePath = () => `/api/v1/namespaces/${bench.namespace}`;
    const metaOfNamespace = async () =>
      at(await bench.kubernetes('GET', namespacePath()), 'metadata');
    const isTokens = custody === 'vaulttokens';

    it('begins from nothing', async () => {
      const namespace = `${bench.namespace}-new`;
      const asked = { namespace, createNamespace: true, owner: 'group:shop' };
      expect(await outcomes(onboard(asked))).toEqual(
        isTokens
          ? [
              'namespace created',
              'mount created',
              'config-map created',
              'token created',
              'consent updated',
            ]
          : [
              'namespace created',
              'mount created',
              'service-account created',
              'config-map created',
              'consent updated',
            ],
      );
      const made = await bench.kubernetes('GET', `${namespacePath()}-new`);
      expect(at(made, 'metadata', 'annotations')).toMatchObject({
        [OWNER]: 'group:default/shop',
      });
      expect(at(made, 'metadata', 'labels')).toMatchObject({
        'app.kubernetes.io/managed-by': 'backstage-volume-encryption',
        ...(isTokens ? {} : { 'csi-kms': 'enabled' }),
      });
      expect(await tenantEnd({ ...bench, namespace })).toEqual(finishedTenant);
    });

    it('begins in a namespace that is there, and changes nothing again', async () => {
      await run(onboard());
      expect(await tenantEnd(bench)).toEqual(finishedTenant);
      expect(at(await metaOfNamespace(), 'annotations')).toEqual({
        [OWNER]: 'group:default/payments',
      });
      const before = await tenantObjects(bench);
      const { steps } = await run(onboard());
      expect(new Set(steps.map(({ outcome }) => outcome))).toEqual(
        new Set(['unchanged']),
      );
      expect(await tenantObjects(bench)).toEqual(before);
    });

    it('does not begin where the namespace serves another owner', async () => {
      await run(onboard());
      const before = await tenantObjects(bench);
      await expect(run(onboard({ owner: 'shop' }))).rejects.toMatchObject({
        code: 'conflict',
        message: expect.stringContaining('group:default/payments'),
      });
      await expect(
        run(onboard({ namespace: `${bench.namespace}-no` })),
      ).rejects.toMatchObject({ code: 'not-found' });
      expect(await tenantObjects(bench)).toEqual(before);
    });

    it('changes whom it serves by consent alone', async () => {
      await run(onboard());
      const consent = (owner?: string): OperationRequest => ({
        operation: 'namespace-consent',
        cluster: clusterName,
        namespace: bench.namespace,
        owner,
      });
      expect(await outcomes(consent('shop'))).toEqual(['consent updated']);
      expect(await outcomes(consent('shop'))).toEqual(['consent unchanged']);
      expect(at(await metaOfNamespace(), 'annotations', OWNER)).toBe(
        'group:default/shop',
      );
      expect(await outcomes(consent())).toEqual(['consent updated']);
      expect(at(await metaOfNamespace(), 'annotations', OWNER)).toBeUndefined();
    });

    it('does not end while a volume needs its keys', async () => {
      await run(onboard());
      const volume = await makeEncryptedVolume(bench, kmsId);
      const before = await tenantObjects(bench);
      await expect(
        run({ operation: 'tenant-offboard', ...place() }),
      ).rejects.toMatchObject({
        code: 'in-use',
        message: expect.stringContaining(volume.name),
      });
      expect(await tenantObjects(bench)).toEqual(before);
      await volume.remove();
    });

    it('ends with its access, and keeps its keys', async () => {
      await run(onboard());
      const offboard: OperationRequest = {
        operation: 'tenant-offboard',
        ...place(),
      };
      expect(await outcomes(offboard)).toEqual(
        isTokens
          ? [
              'consent updated',
              'former-secret deleted',
              'former-config-map deleted',
              'tokens deleted',
            ]
          : [
              'consent updated',
              'former-service-account deleted',
              'former-config-map deleted',
              'tokens unchanged',
            ],
      );
      const meta = await metaOfNamespace();
      expect(at(meta, 'annotations', OWNER)).toBeUndefined();
      expect(at(meta, 'labels')).not.toHaveProperty('csi-kms');
      expect(await tenantObjects(bench)).toMatchObject({ objects: [] });
      const path = `csi/${clusterName}.${bench.namespace}`;
      const mount = await bench.vault('GET', `/v1/sys/mounts/${path}`);
      expect(at(mount, 'data', 'type')).toBe('kv');
      const lookups = await Promise.allSettled(
        bench.minted.map(({ token }) =>
          bench.vault('POST', '/v1/auth/token/lookup', { token }),
        ),
      );
      expect(lookups.map(({ status }) => status)).toEqual(
        isTokens ? ['rejected'] : [],
      );
      expect(await outcomes(offboard)).toEqual([
        'consent unchanged',
        'tokens unchanged',
      ]);
    });

    it('can begin anew after its end', async () => {
      await run(onboard());
      await run({ operation: 'tenant-offboard', ...place() });
      await run(onboard());
      expect(await tenantEnd(bench)).toEqual(finishedTenant);
      const meta = await metaOfNamespace();
      expect(at(meta, 'annotations', OWNER)).toBe('group:default/payments');
    });

    it('is rotated by a new credential', async () => {
      await run(onboard());
      const before = await tenantObjects(bench);
      const rotate: OperationRequest = {
        operation: 'tenant-rotate',
        ...place(),
      };
      expect(await outcomes(rotate)).toEqual(
        isTokens
          ? ['token updated']
          : ['former-service-account deleted', 'service-account created'],
      );
      const after = await tenantObjects(bench);
      expect(after.objects.map(({ name }) => name)).toEqual(
        before.objects.map(({ name }) => name),
      );
      expect(after).not.toEqual(before);
      expect(await tenantEnd(bench)).toEqual(finishedTenant);
    });

    it('is no tenant before it is onboarded', async () => {
      await expect(
        run({ operation: 'tenant-rotate', ...place() }),
      ).rejects.toMatchObject({ code: 'not-found' });
    });
  });
}
