import {
  daysLeft,
  type KmsView,
} from 'backstage-plugin-volume-encryption-common';
import type { KmsConfig } from '../config/types';
import { textAt, valueAt } from '../network/valueAt';
import { readPeers } from './readPeers';
import type { VaultClient } from './VaultClient';
import { wordsOf } from './VaultRefusal';

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
    const askedAt = performance.now();
    const body = await askOpenly(vault, signal);
    const latencyMs = Math.round(performance.now() - askedAt);
    const state = stateIn(body);
    const awake = state === 'active' || state === 'standby';
    return {
      ...view,
      state,
      latencyMs,
      certificate: certificateOf(vault, observedAt),
      version: textAt(body, 'version'),
      clusterName: textAt(body, 'cluster_name'),
      message: remarkIn(body) ?? NEXT_STEP[state],
      ...(awake && (await readPeers(vault, signal))),
    };
  } catch (error) {
    return { ...view, state: 'unreachable', message: wordsOf(error) };
  }
}

function certificateOf(
  { certificateEndsAt: expiresAt }: VaultClient,
  observedAt: string,
): KmsView['certificate'] {
  const left = daysLeft(observedAt, expiresAt);
  return left === undefined ? undefined : { expiresAt, daysLeft: left };
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

/**
 * What holds a node back that is awake: fields of Vault 1.19 and of Enterprise
 * (http/sys_health.go), whose statuses are 474, 530 and 472.
 */
function remarkIn(body: unknown): string | undefined {
  if (valueAt(body, 'removed_from_cluster') === true) {
    return 'It was removed from its cluster: let it join again, or stop it.';
  }
  if (valueAt(body, 'replication_dr_mode') === 'secondary') {
    return 'It stands by for a disaster and serves nothing: name another address.';
  }
  if (valueAt(body, 'ha_connection_healthy') === false) {
    return 'It does not reach the active node.';
  }
  return undefined;
}

function askOpenly(vault: VaultClient, signal?: AbortSignal) {
  return vault.readOpenly(HEALTH, { what: 'say how it is', signal });
}

function stateIn(body: unknown): KmsView['state'] {
  const flag = (name: string) => valueAt(body, name);
  if (flag('initialized') === false) return 'uninitialised';
  if (flag('sealed') === true) return 'sealed';
  if (flag('removed_from_cluster') === true) return 'unknown';
  if (flag('replication_dr_mode') === 'secondary') return 'standby';
  if (flag('standby') === true) return 'standby';
  const active = flag('initialized') === true && flag('sealed') === false;
  return active ? 'active' : 'unknown';
}
