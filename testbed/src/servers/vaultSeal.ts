import { setTimeout as sleep } from 'node:timers/promises';
import { textAt, textsAt } from '../access/fields';
import type { JsonApi } from '../access/jsonApi';

/** The secrets of a new Vault. They live in memory only. */
export interface VaultKeys {
  rootToken: string;
  unsealKeys: string[];
}

const SHARES = 3;
const THRESHOLD = 2;

/** Initialises a new Vault; it stays sealed. */
export async function initialiseVault(vault: JsonApi): Promise<VaultKeys> {
  const { body } = await vault.demand({
    method: 'PUT',
    path: '/v1/sys/init',
    body: { secret_shares: SHARES, secret_threshold: THRESHOLD },
  });
  return {
    rootToken: textAt(body, 'root_token'),
    unsealKeys: textsAt(body, 'keys_base64'),
  };
}

/** Unseals, and waits until Vault is active (its raft has elected a leader). */
export async function unsealVault(
  vault: JsonApi,
  unsealKeys: string[],
): Promise<void> {
  await unsealVaultNode(vault, unsealKeys);
  await untilHealthy(vault, '/v1/sys/health');
}

/** Unseals a node of a cluster, and waits until it is active or stands by. */
export async function unsealVaultNode(
  vault: JsonApi,
  unsealKeys: string[],
): Promise<void> {
  for (const key of unsealKeys.slice(0, THRESHOLD)) {
    await vault.demand({
      method: 'PUT',
      path: '/v1/sys/unseal',
      body: { key },
    });
  }
  await untilHealthy(vault, '/v1/sys/health?standbyok=true');
}

async function untilHealthy(vault: JsonApi, path: string): Promise<void> {
  const deadline = Date.now() + 30_000;
  while ((await vault.send({ method: 'GET', path })).status !== 200) {
    if (Date.now() > deadline) {
      throw new Error(`Vault was unsealed, and ${path} not 200 within 30 s`);
    }
    await sleep(50);
  }
}

/** @param vault - as somebody who may seal it, and the active node of a cluster */
export async function sealVault(vault: JsonApi): Promise<void> {
  await vault.demand({ method: 'PUT', path: '/v1/sys/seal' });
}
