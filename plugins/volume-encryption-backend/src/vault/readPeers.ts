import type { KmsView } from 'backstage-plugin-volume-encryption-common';
import { isRecord, itemsAt, textAt, valueAt } from '../network/valueAt';
import type { VaultClient } from './VaultClient';
import { isRefusal, wordsOf } from './VaultRefusal';

/**
 * The nodes of a raft cluster, and which of them are not well. Never throws.
 * Without an active node it does not wait for one: the page is to say so now.
 */
export async function readPeers(
  vault: VaultClient,
  signal?: AbortSignal,
): Promise<Pick<KmsView, 'peers' | 'peersMessage'>> {
  try {
    const what = 'name the nodes of its cluster';
    const path = 'sys/storage/raft/configuration';
    const answer = await vault.read(path, { what, signal, once: true });
    const servers = itemsAt(answer, 'data', 'config', 'servers');
    return {
      peers: servers.map(peerOf),
      peersMessage: await remarkOnPeers(vault, signal),
    };
  } catch (error) {
    const peersMessage = hasNoRaft(error)
      ? 'It does not use raft.'
      : wordsOf(error);
    return { peers: [], peersMessage };
  }
}

/** Raft lists a node that is gone as any other; its autopilot notices. */
async function remarkOnPeers(
  vault: VaultClient,
  signal?: AbortSignal,
): Promise<string | undefined> {
  try {
    const what = 'say how the nodes of its cluster are';
    const path = 'sys/storage/raft/autopilot/state';
    const answer = await vault.read(path, { what, signal, once: true });
    const servers = valueAt(answer, 'data', 'servers');
    if (!isRecord(servers)) return 'How its nodes are is not known.';
    const ill = Object.keys(servers).filter(
      id => valueAt(servers, id, 'healthy') !== true,
    );
    return ill.length > 0
      ? `Not well, as its raft sees it: ${ill.sort().join(', ')}.`
      : undefined;
  } catch {
    // Also 404, for some seconds after it has become active.
    return 'How its nodes are is not known.';
  }
}

/** 404 is Vault 1.21's answer with another storage, 400 that of OpenBao. */
function hasNoRaft(error: unknown): boolean {
  return (
    (isRefusal(error, 404) && error.says(/unsupported path/)) ||
    (isRefusal(error, 400) && error.says(/raft storage/))
  );
}

function peerOf(server: unknown): KmsView['peers'][number] {
  return {
    nodeId: textAt(server, 'node_id') ?? '',
    address: textAt(server, 'address') ?? '',
    leader: valueAt(server, 'leader') === true,
    voter: valueAt(server, 'voter') === true,
  };
}
