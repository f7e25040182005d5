// A suite that runs on several servers.
/* eslint-disable jest/no-export */

import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import knexFactory, { type Knex } from 'knex';
import {
  kubernetesAdministrator,
  vaultCaller,
} from '../../../operations/__testUtils__/administrator';
import { at } from '../../../operations/__testUtils__/json';
import {
  clusterName,
  type OperationsUnderTest,
} from '../../../operations/__testUtils__/OperationsUnderTest';
import { configOf } from '../../../operations/__testUtils__/serversUnderTest';
import {
  buildMortalBackend,
  type Program,
} from '../mortalBackend/buildMortalBackend';
import type { Moment } from '../mortalBackend/Moment';
import {
  startMortalBackend,
  type MortalBackend,
} from '../mortalBackend/startMortalBackend';
import { eventually } from '../../../__testUtils__/startPortal';
import { tenantState } from '../tenantState/tenantState';
import { isInGap, momentsOf, type DyingOperation } from './DyingOperation';
import { claimClass, classNamed, entity } from './requests';

/** What is interrupted, and when. */
export interface DeathSuite {
  operations: DyingOperation[];
  moments: Moment['when'][];
}

/**
 * Interrupts every operation at every moment between two of its writes, each in
 * a namespace of its own, and runs it again: it must end as where nothing
 * happened.
 */
export function describeDeaths(
  under: () => OperationsUnderTest,
  { operations, moments }: DeathSuite,
): void {
  describe('a backend that is killed', () => {
    let folder: string;
    let knex: Knex;
    let program: Program;
    let backend: MortalBackend;

    const database = () => path.join(folder, 'plugin.sqlite');
    const start = async () => {
      backend = await startMortalBackend(program, {
        config: configOf(under()),
        entities: { 'component:default/orders': entity },
        database: database(),
      });
      // Until then it cannot tell that a namespace consents to a claim.
      await eventually(
        () => backend.call('GET', '/clusters'),
        ({ body }) => !JSON.stringify(body).includes('"syncing"'),
      );
    };
    beforeAll(async () => {
      folder = await mkdtemp(path.join(tmpdir(), 'deaths-'));
      knex = knexFactory({
        client: 'better-sqlite3',
        connection: { filename: database() },
        useNullAsDefault: true,
      });
      program = await buildMortalBackend();
      await start();
      await succeed(classNamed(claimClass));
    });
    afterAll(async () => {
      await backend?.stop();
      await program?.remove();
      await knex.destroy();
      await rm(folder, { recursive: true });
    });

    async function succeed(request: object): Promise<string[]> {
      const { status, body } = await backend.call('POST', '/operations', {
        ...request,
      });
      expect([status, at(body, 'error')]).toEqual([200, undefined]);
      const steps: { outcome: string }[] = Object(body).steps;
      return steps.map(({ outcome }) => outcome);
    }

    async function dieIn(request: object, moment: Moment): Promise<void> {
      await backend.dieAt(moment);
      const call = backend.call('POST', '/operations', { ...request });
      await expect(call).rejects.toThrow();
      expect(await backend.ended).toBe('SIGKILL');
    }

    const writeKey = (namespace: string, name: string) =>
      vaultCaller(under())(
        'POST',
        `/v1/csi/${clusterName}.${namespace}/data/${name}`,
        { data: { passphrase: 'of a test' } },
      );
    /** A namespace for which the operation is due. */
    async function newTenant(operation: DyingOperation) {
      const { before, request, after, keys = [] } = operation;
      const namespace = `deaths-${randomBytes(4).toString('hex')}`;
      if (operation.isNew) return namespace;
      const kubernetes = kubernetesAdministrator(under());
      await kubernetes('POST', '/api/v1/namespaces', {
        metadata: {
          name: namespace,
          labels: { 'csi-kms': 'enabled' },
          annotations: {
            'volume-encryption.backstage.io/owner': 'group:default/payments',
          },
        },
      });
      // Until it has been told of the namespace it knows of no consent.
      await eventually(
        () => backend.call('GET', `/clusters/${clusterName}/namespaces`),
        ({ body }) => JSON.stringify(body).includes(namespace),
      );
      for (const earlier of before?.(namespace) ?? []) await succeed(earlier);
      for (const name of keys) await writeKey(namespace, name);
      if (after) {
        await succeed(request(namespace));
        await after(namespace, kubernetes);
      }
      return namespace;
    }
    const stateOf = (namespace: string) =>
      tenantState({ namespace, under: under(), knex });

    it.each(operations)('ends alike: $name', async operation => {
      const whole = await newTenant(operation);
      await backend.writes();
      await succeed(operation.request(whole));
      const writes = await backend.writes();
      expect(writes.map(it => it.replaceAll(whole, '<tenant>'))).toEqual(
        operation.writes,
      );
      const { end, lost } = await stateOf(whole);
      expect(lost).toBe(0);

      for (const moment of momentsOf(writes, moments)) {
        const namespace = await newTenant(operation);
        await dieIn(operation.request(namespace), moment);
        await start();
        await succeed(operation.request(namespace));
        const gap = isInGap(operation.writes, moment) ? 1 : 0;
        expect({ moment, ...(await stateOf(namespace)) }).toEqual({
          moment,
          end,
          lost: gap,
          named: gap,
        });
        if (operation.repeats) continue;
        const outcomes = await succeed(operation.request(namespace));
        expect(new Set(outcomes)).toEqual(new Set(['unchanged']));
      }
    });
  });
}
