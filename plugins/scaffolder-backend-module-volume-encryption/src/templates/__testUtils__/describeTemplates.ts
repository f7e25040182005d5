// A suite that runs on several servers.
/* eslint-disable jest/no-export */

import { randomBytes } from 'node:crypto';
import { createKmsConnectionApplyAction } from '../../actions/kmsConnectionApply';
import { createKmsConnectionRemoveAction } from '../../actions/kmsConnectionRemove';
import { createNamespaceConsentAction } from '../../actions/namespaceConsent';
import { createPreflightAction } from '../../actions/preflight';
import { createPvcCreateAction } from '../../actions/pvcCreate';
import { createTenantSecretCreateAction } from '../../actions/tenantSecretCreate';
import { createTenantServiceAccountCreateAction } from '../../actions/tenantServiceAccountCreate';
import { createVolumePlanMoveAction } from '../../actions/volumePlanMove';
import { createVolumeVerifyAction } from '../../actions/volumeVerify';
import {
  initiator,
  runStep,
  type StepRecord,
} from '../../__testUtils__/runStep';
import {
  callKubernetes,
  callVault,
  configOf,
  type Servers,
} from '../../__testUtils__/Servers';
import { startPortal } from '../../__testUtils__/startPortal';
import { asUser } from './answers';
import { address, consented, entityRef, eventually, orders } from './orders';
import { runTemplates } from './runTemplates';

/** What the actions of the templates must come to, one after the other. */
export function describeTemplates(servers: () => Servers): void {
  describe('the templates', () => {
    let portal: Awaited<ReturnType<typeof startPortal>>;
    beforeAll(async () => {
      portal = await startPortal(configOf(servers()), [orders]);
      await consented(portal.service, 'payments');
    }, 60_000);
    afterAll(() => portal?.stop());

    it.each(['vaulttenantsa', 'vaulttokens'] as const)(
      'make an encrypted volume with custody %s, and again',
      async custody => {
        const { service } = portal;
        const { cluster } = servers();
        const namespace = await newNamespace(servers());
        await consented(service, namespace);
        const template = { custody, cluster, namespace, service };
        const first = await runTemplates(template);
        const again = await runTemplates(template);

        expect(first.preflight.outputs.checks).toContainEqual(
          expect.stringContaining('[ok] The name "data" is free.'),
        );
        expect(again.preflight.outputs.checks).toContainEqual(
          expect.stringContaining('[ok] The claim "data" is there already'),
        );
        expect(first.claim.outputs).toMatchObject({ phase: 'Bound' });
        expect(first.proof.outputs).toMatchObject({
          verified: true,
          verdict: 'volume/customer-key',
          state: 'prepared',
        });
        const volume = await service.getEntityVolume(
          { ...address, cluster, claimNamespace: namespace, claim: 'data' },
          { credentials: initiator },
        );
        expect(volume.remount.verdict).toBe('ready');
        const keys = `/v1/csi/${cluster}.${namespace}/metadata/?list=true`;
        expect((await callVault(servers())('GET', keys)).body).toMatchObject({
          data: { keys: [volume.volumeHandle] },
        });
        expect(volume.custody.key).toMatchObject({ writtenByTenant: true });
        const outcomes = [again.access, again.storageClass, again.claim]
          .flatMap(({ lines }) => lines)
          .filter(line => /: (created|updated|unchanged)$/.test(line));
        expect(outcomes).toHaveLength(5);
        for (const line of outcomes) expect(line).toMatch(/: unchanged$/);
        await expectNoToken(servers(), namespace, [first, again]);
      },
      60_000,
    );

    it.each([
      ['in a dry run', { isDryRun: true }, {}],
      ['where only a plan is asked for', {}, { planOnly: true }],
    ])('show %s what they would do, and do nothing', async (_, run, input) => {
      const { cluster } = servers();
      const namespace = await newNamespace(servers());
      const { outputs, lines } = await runStep(
        createTenantSecretCreateAction(portal),
        {
          input: { cluster, namespace, kmsId: 'vault-tokens', ...input },
          ...run,
        },
      );
      expect(outputs.planned).toBe(true);
      expect(outputs.report).toMatch(/Nothing was changed[^]*would be created/);
      expect(outputs.manifests).toContain('kind: ConfigMap');
      expect(lines.join('\n')).toContain('would be created');
      const path = `/api/v1/namespaces/${namespace}/configmaps/ceph-csi-kms-config`;
      expect((await callKubernetes(servers())('GET', path)).status).toBe(404);
    });

    it('give and withdraw a consent, and make and remove a connection', async () => {
      const { service } = portal;
      const { cluster } = servers();
      const namespace = await newNamespace(servers());
      const consent = createNamespaceConsentAction(portal);
      const owner = 'group:default/insurance';
      await runStep(consent, { input: { cluster, namespace, owner } });
      await runStep(consent, { input: { cluster, namespace } });
      const path = `/api/v1/namespaces/${namespace}`;
      const { body } = await callKubernetes(servers())('GET', path);
      expect(JSON.stringify(body)).not.toContain(owner);

      const kmsId = namespace;
      const options = {
        encryptionKMSType: 'kmip',
        KMIP_ENDPOINT: 'kmip.example:5696',
        READ_TIMEOUT: '30',
      };
      const input = { cluster, kmsId, options };
      await runStep(createKmsConnectionApplyAction(portal), { input });
      const connection = () =>
        eventually(
          async () => {
            const { items } = await service.listKmsConnections(
              { cluster },
              asUser,
            );
            return items.find(it => it.kmsId === kmsId);
          },
          found => found !== undefined,
        );
      expect(await connection()).toMatchObject({ options });
      const removed = await runStep(createKmsConnectionRemoveAction(portal), {
        input: { cluster, kmsId },
      });
      expect(removed.outputs.report).toMatch(/: (deleted|updated)/);
    });

    it('plan the move of a clear volume, and make its new claim', async () => {
      const { service } = portal;
      const { cluster } = servers();
      const namespace = await newNamespace(servers());
      await consented(service, namespace);
      const { storageClass } = await runTemplates({
        ...{ custody: 'vaulttenantsa', cluster, namespace, service },
      });
      expect(storageClass.outputs.planned).toBe(false);
      const clear = { name: 'clear', storageClass: 'ceph-rbd' };
      await clearClaim(servers(), namespace, clear);
      const where = { ...address, cluster, claimNamespace: namespace };
      await eventually(
        () =>
          service
            .getEntityVolume({ ...where, claim: 'clear' }, asUser)
            .catch(() => undefined),
        volume => volume?.phase === 'Bound',
      );
      const input = { entityRef, cluster, namespace, claim: 'clear' };
      const move = await runStep(createVolumePlanMoveAction(portal), {
        input: { ...input, storageClass: namespace, planOnly: true },
      });
      expect(move.outputs).toMatchObject({
        planned: true,
        movable: true,
        newClaim: 'clear-encrypted',
      });
      const { newClaim, size, accessMode, volumeMode } = move.outputs;
      const made = { entityRef, cluster, namespace, storageClass: namespace };
      await runStep(createPvcCreateAction({ service, intervalMs: 100 }), {
        input: {
          ...made,
          ...{ name: String(newClaim), size: String(size) },
          ...{ accessMode: 'ReadWriteOnce', volumeMode: 'Filesystem' },
        },
      });
      expect([accessMode, volumeMode]).toEqual(['ReadWriteOnce', 'Filesystem']);
      const proof = await runStep(createVolumeVerifyAction({ service }), {
        input: { ...input, claim: String(newClaim) },
      });
      expect(proof.outputs).toMatchObject({ verified: true });
    }, 60_000);

    it('make nothing where something stands in the way', async () => {
      const { cluster } = servers();
      const input = {
        ...{ entityRef, cluster, namespace: 'payments', name: 'in-vain' },
        ...{ storageClass: 'no-such-class', size: '1Gi' },
      };
      const record: StepRecord = { lines: [], outputs: {} };
      await expect(
        runStep(createPreflightAction(portal), { input }, record),
      ).rejects.toMatchObject({
        code: 'conflict',
        message: expect.stringContaining('no StorageClass "no-such-class"'),
      });
      expect(record.lines).toContainEqual(
        expect.stringMatching(/^error: \[blocked\] .*Who: developer\. Next/),
      );
      expect(record.outputs).toMatchObject({ outcome: 'blocked' });
    });

    it('refuse as the backend does, by its code', async () => {
      const input = {
        cluster: servers().cluster,
        namespace: 'no-such-namespace',
        kmsId: 'vault-tenant-sa',
      };
      await expect(
        runStep(createTenantServiceAccountCreateAction(portal), { input }),
      ).rejects.toMatchObject({ code: 'not-found', field: 'namespace' });
    });
  });
}

/** A namespace as the platform makes it for the owner of the component. */
async function newNamespace(servers: Servers): Promise<string> {
  const name = `templates-${randomBytes(4).toString('hex')}`;
  const owner = 'volume-encryption.backstage.io/owner';
  const metadata = {
    name,
    labels: { 'csi-kms': 'enabled' },
    annotations: { [owner]: 'group:default/payments' },
  };
  await callKubernetes(servers)('POST', '/api/v1/namespaces', { metadata });
  return name;
}

/** A claim that nobody asked the portal for. */
async function clearClaim(
  servers: Servers,
  namespace: string,
  { name, storageClass }: { name: string; storageClass: string },
): Promise<void> {
  const path = `/api/v1/namespaces/${namespace}/persistentvolumeclaims`;
  await callKubernetes(servers)('POST', path, {
    metadata: { name, labels: { 'backstage.io/kubernetes-id': 'orders' } },
    spec: {
      storageClassName: storageClass,
      accessModes: ['ReadWriteOnce'],
      resources: { requests: { storage: '1Gi' } },
    },
  });
}

/** The token of the namespace's Secret, if any, is in no line and no output. */
async function expectNoToken(
  servers: Servers,
  namespace: string,
  shown: object[],
): Promise<void> {
  const path = `/api/v1/namespaces/${namespace}/secrets/ceph-csi-kms-token`;
  const { body } = await callKubernetes(servers)('GET', path);
  const encoded = /"token":"([^"]+)"/.exec(JSON.stringify(body))?.[1];
  if (!encoded) return;
  const token = Buffer.from(encoded, 'base64').toString();
  expect(token).toMatch(/^hvs\./);
  expect(JSON.stringify(shown)).not.toContain(token);
  expect(JSON.stringify(shown)).not.toContain(encoded);
}
