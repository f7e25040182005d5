// A suite that runs on several servers.
/* eslint-disable jest/no-export */

import { randomBytes } from 'node:crypto';
import { createPvcCreateAction } from '../../actions/pvcCreate';
import { createStorageClassCreateAction } from '../../actions/storageClassCreate';
import { createTenantInspectAction } from '../../actions/tenantInspect';
import { createTenantOffboardAction } from '../../actions/tenantOffboard';
import { createTenantOnboardAction } from '../../actions/tenantOnboard';
import { createTenantRenewAction } from '../../actions/tenantRenew';
import { createTenantRotateAction } from '../../actions/tenantRotate';
import { createTenantShredAction } from '../../actions/tenantShred';
import { runStep, type StepRecord } from '../../__testUtils__/runStep';
import {
  callKubernetes,
  configOf,
  type Servers,
} from '../../__testUtils__/Servers';
import { startPortal, type Portal } from '../../__testUtils__/startPortal';
import { watchSinks } from '../../__testUtils__/watchSinks';
import { asUser, readAnswers } from './answers';
import { consented, entityRef, eventually, orders } from './orders';
import { expectNoneOf, ownSecrets, passphrasesIn, tokensIn } from './secrets';

/** The life of a tenant by the actions of the templates, with no secret told. */
export function describeTenantTemplates(servers: () => Servers): void {
  describe('the templates of tenants', () => {
    const { told, features } = watchSinks();
    let portal: Portal;
    beforeAll(async () => {
      portal = await startPortal(configOf(servers()), [orders], features);
      await consented(portal.service, 'payments');
    }, 60_000);
    afterAll(() => portal?.stop());

    it.each([
      {
        custody: 'vaulttenantsa',
        kmsId: 'vault-tenant-sa',
        delivered: 0,
        renewal: /nothing to renew/,
      },
      {
        custody: 'vaulttokens',
        kmsId: 'vault-tokens',
        delivered: 2,
        renewal: /renewed: updated/,
      },
    ])(
      'lead with custody $custody from nothing to no key, and tell no secret',
      async ({ kmsId, delivered, renewal }) => {
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
        const tokens: string[] = [];
        const look = async () =>
          tokens.push(...(await tokensIn(servers(), namespace)));

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
        const passphrases = await passphrasesIn(servers(), namespace);
        expect(passphrases).toHaveLength(1);

        const renewed = await attempt(
          createTenantRenewAction({ service }),
          tenant,
        );
        records.push(renewed);
        expect(renewed.lines.join()).toMatch(renewal);
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
        const answers: unknown[] = await readAnswers(service, place);

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

        expect(new Set(tokens).size).toBe(delivered);
        answers.push(await service.listReceipts({}, asUser));
        const shown = JSON.stringify([told, records, answers]);
        expect(shown).toContain('operation-run');
        const databases = await portal.databaseText();
        expect(databases).toContain(`${cluster}.${namespace}`);
        const secrets = [...tokens, ...passphrases, ...ownSecrets(servers())];
        expectNoneOf(secrets, shown + databases);
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
