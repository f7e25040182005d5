import {
  isVolumeEncryptionError,
  type KmsView,
} from 'backstage-plugin-volume-encryption-common';
import type { KmsConfig } from '../config/types';
import { itemsAt, textAt, valueAt } from '../network/valueAt';
import type { VaultClient } from './VaultClient';
import { isRefusal } from './VaultRefusal';

/**
 * Asks for status 299 in every state, so that only the body decides (Vault
 * api/sys_health.go); OpenBao and older Vaults ignore what they do not know.
 */
const HEALTH = `sys/health?${[
  'uninitcode',
  'sealedcode',
  'standbycode',
  'drsecondarycode',
  'performancestandbycode',
  'removedcode',
  'haunhealthycode',
]
  .map(name => `${name}=299`)
  .join('&')}`;

const NEXT_STEP: Partial<Record<KmsView['state'], string>> = {
  sealed: 'Unseal it: until then no volume of its keys can be mounted.',
  uninitialised: 'Initialise and unseal it.',
  standby: 'It passes requests on to the active node.',
  unknown: 'It does not answer as a Vault: check its address.',
};

/** How the Vault is, without a credential; its peers with one. Never throws. */
export async function readHealth(
  vault: VaultClient,
  { name, address }: KmsConfig,
  { now, signal }: { now: Date; signal?: AbortSignal },
): Promise<KmsView> {
  const observedAt = now.toISOString();
  const view = { name, address, peers: [], observedAt };
  try {
    const body = await askOpenly(vault, signal);
    const state = stateIn(body);
    const awake = state === 'active' || state === 'standby';
    return {
      ...view,
      state,
      version: textAt(body, 'version'),
      clusterName: textAt(body, 'cluster_name'),
      message: NEXT_STEP[state],
      ...(awake && (await readPeers(vault, signal))),
    };
  } catch (error) {
    return { ...view, state: 'unreachable', message: wordsOf(error) };
  }
}

/** The state alone, without a credential. Never throws. */
export async function readState(
  vault: VaultClient,
  { signal }: { signal?: AbortSignal },
): Promise<KmsView['state']> {
  try {
    return stateIn(await askOpenly(vault, signal));
  } catch {
    return 'unreachable';
  }
}

function askOpenly(vault: VaultClient, signal?: AbortSignal) {
  return vault.readOpenly(HEALTH, { what: 'say how it is', signal });
}

function stateIn(body: unknown): KmsView['state'] {
  const flag = (name: string) => valueAt(body, name);
  if (flag('initialized') === false) return 'uninitialised';
  if (flag('sealed') === true) return 'sealed';
  if (flag('standby') === true) return 'standby';
  const active = flag('initialized') === true && flag('sealed') === false;
  return active ? 'active' : 'unknown';
}

async function readPeers(
  vault: VaultClient,
  signal?: AbortSignal,
): Promise<Pick<KmsView, 'peers' | 'peersMessage'>> {
  try {
    const what = 'name the nodes of its cluster';
    const path = 'sys/storage/raft/configuration';
    const answer = await vault.read(path, { what, signal });
    const servers = itemsAt(answer, 'data', 'config', 'servers');
    return { peers: servers.map(peerOf) };
  } catch (error) {
    const noRaft =
      (isRefusal(error, 404) && error.says(/unsupported path/)) ||
      (isRefusal(error, 400) && error.says(/raft storage/));
    const peersMessage = noRaft ? 'It does not use raft.' : wordsOf(error);
    return { peers: [], peersMessage };
  }
}

function peerOf(server: unknown): KmsView['peers'][number] {
  return {
    nodeId: textAt(server, 'node_id') ?? '',
    address: textAt(server, 'address') ?? '',
    leader: valueAt(server, 'leader') === true,
    voter: valueAt(server, 'voter') === true,
  };
}

function wordsOf(error: unknown): string {
  return isVolumeEncryptionError(error) ? error.message : 'It did not answer.';
}
