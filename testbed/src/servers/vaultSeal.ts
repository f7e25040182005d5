import { setTimeout as sleep } from 'node:timers/promises';
import { textAt, textsAt } from '../access/fields';
import { vaultApi } from '../access/ServerAccess';

/** The secrets of a new Vault. They live in memory only. */
export interface VaultKeys {
  rootToken: string;
  unsealKeys: string[];
}

const SHARES = 3;
const THRESHOLD = 2;

/** Initialises a new Vault; it stays sealed. */
export async function initialiseVault(address: string): Promise<VaultKeys> {
  const { body } = await vaultApi(address).demand({
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
  address: string,
  unsealKeys: string[],
): Promise<void> {
  const vault = vaultApi(address);
  for (const key of unsealKeys.slice(0, THRESHOLD)) {
    await vault.demand({
      method: 'PUT',
      path: '/v1/sys/unseal',
      body: { key },
    });
  }
  const deadline = Date.now() + 30_000;
  const health = { method: 'GET', path: '/v1/sys/health' } as const;
  while ((await vault.send(health)).status !== 200) {
    if (Date.now() > deadline) {
      throw new Error('Vault was unsealed but not active within 30 s');
    }
    await sleep(50);
  }
}

export async function sealVault(
  address: string,
  rootToken: string,
): Promise<void> {
  await vaultApi(address, rootToken).demand({
    method: 'PUT',
    path: '/v1/sys/seal',
  });
}
