// A suite that runs on several servers.
/* eslint-disable jest/no-export */

import { randomBytes } from 'node:crypto';
import { createPvcCreateAction } from '../../actions/pvcCreate';
import { createStorageClassCreateAction } from '../../actions/storageClassCreate';
import { createTenantInspectAction } from '../../actions/tenantInspect';
import { createTenantOffboardAction } from '../../actions/tenantOffboard';
import { createTenantOnboardAction } from '../../actions/tenantOnboard';
import { createTenantRotateAction } from '../../actions/tenantRotate';
import { createTenantShredAction } from '../../actions/tenantShred';
import { runStep, type StepRecord } from '../../__testUtils__/runStep';
import {
  callKubernetes,
  configOf,
  type Servers,
} from '../../__testUtils__/Servers';
import { startPortal } from '../../__testUtils__/startPortal';
import { watchSinks } from '../../__testUtils__/watchSinks';
import { consented, entityRef, eventually, orders } from './orders';

/** The life of a tenant by the actions of the templates, with no secret told. */
export function describeTenantTemplates(servers: () => Servers): void {
  describe('the templates of tenants', () => {
    const { told, features } = watchSinks();
    let portal: Awaited<ReturnType<typeof startPortal>>;
    beforeAll(async () => {
      portal = await startPortal(configOf(servers()), [orders], features);
      await consented(portal.service, 'payments');
    }, 60_000);
    afterAll(() => portal?.stop());

    it.each([
      ['vaulttenantsa', 'vault-tenant-sa'],
      ['vaulttokens', 'vault-tokens'],
    ])(
      'lead with custody %s from nothing to no key, and tell no secret',
      async (custody, kmsId) => {
        const { service } = portal;
        const { cluster } = servers();
        const namespace = `life-${randomBytes(4).toString('hex')}`;
        const place = { cluster, namespace };
        const tenant = { ...place, kmsId };
        const records: StepRecord[] = [];
        const keep = (record: StepRecord) => {
          records.push(record);
          return record.outputs;
        };
        const secrets: string[] = [];
        const look = async () =>
          secrets.push(...(await tokensIn(servers(), namespace)));

        const onboarded = keep(
          await runStep(createTenantOnboardAction({ service }), {
            input: {
              ...tenant,
              owner: 'group:default/payments',
              createNamespace: true,
            },
          }),
        );
        expect(onboarded).toMatchObject({
          ...place,
          mount: `csi/${cluster}.${namespace}`,
        });
        await look();
        await consented(service, namespace);
        await runStep(createStorageClassCreateAction({ service }), {
          input: classOf(tenant),
        });
        const claimed = keep(
          await runStep(createPvcCreateAction({ service, intervalMs: 100 }), {
            input: {
              ...{ entityRef, ...place, name: 'data' },
              ...{ storageClass: namespace, size: '1Gi' },
            },
          }),
        );
        expect(claimed).toMatchObject({ phase: 'Bound' });

        keep(
          await runStep(createTenantRotateAction({ service }), {
            input: tenant,
          }),
        );
        await look();
        const inspected = await eventually(
          async () =>
            keep(
              await runStep(createTenantInspectAction({ service }), {
                input: place,
              }),
            ),
          ({ credential }) => credential === 'live',
        );
        expect(inspected).toMatchObject({ credential: 'live', keys: 1 });

        await removeClaim(servers(), namespace);
        keep(
          await eventually(
            () => attempt(createTenantOffboardAction({ service }), tenant),
            ({ outputs }) => outputs.namespace === namespace,
          ),
        );
        const shredded = keep(
          await runStep(createTenantShredAction({ service }), {
            input: { ...tenant, confirm: `${cluster}.${namespace}` },
          }),
        );
        expect(shredded).toMatchObject({ mountRemoved: true });

        expect(secrets).toHaveLength(custody === 'vaulttokens' ? 2 : 0);
        expect(new Set(secrets).size).toBe(secrets.length);
        const shown = JSON.stringify([told, records]);
        expect(shown).toContain('operation-run');
        for (const secret of [...secrets, ...ownSecrets(servers())]) {
          expect(shown).not.toContain(secret);
          const encoded = Buffer.from(secret).toString('base64');
          expect(shown).not.toContain(encoded);
        }
      },
      90_000,
    );
  });
}

/** Runs an action, or gives what it told until it failed. */
async function attempt(
  action: ReturnType<typeof createTenantOffboardAction>,
  input: { cluster: string; namespace: string; kmsId: string },
): Promise<StepRecord> {
  const record: StepRecord = { lines: [], outputs: {} };
  await runStep(action, { input }, record).catch((error: Error) => {
    record.lines.push(`error: ${error.message}`);
  });
  return record;
}

function classOf({ cluster, namespace, kmsId }: Record<string, string>) {
  return {
    ...{ cluster, kmsId, name: namespace },
    provisioner: 'rook-ceph.rbd.csi.ceph.com',
    clusterId: 'rook-ceph',
    pool: 'replicapool',
    secretNamespace: 'rook-ceph',
  };
}

/** Deletes the claim and the class, so that nothing needs the keys. */
async function removeClaim(servers: Servers, namespace: string) {
  const call = callKubernetes(servers);
  const claims = `/api/v1/namespaces/${namespace}/persistentvolumeclaims`;
  await call('DELETE', `${claims}/data`);
  await call('DELETE', `/apis/storage.k8s.io/v1/storageclasses/${namespace}`);
}

/** The token of the tenant's Secret, if there is one. */
async function tokensIn(servers: Servers, namespace: string) {
  const path = `/api/v1/namespaces/${namespace}/secrets/ceph-csi-kms-token`;
  const { body } = await callKubernetes(servers)('GET', path);
  const encoded = /"token":"([^"]+)"/.exec(JSON.stringify(body))?.[1];
  return encoded ? [Buffer.from(encoded, 'base64').toString()] : [];
}

function ownSecrets({ kubernetes, vault }: Servers): string[] {
  return [kubernetes.portalToken, vault.portalToken, vault.custodianToken];
}
