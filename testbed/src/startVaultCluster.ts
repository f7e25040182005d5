import { vaultApi } from './access/ServerAccess';
import type { Server } from './process/Server';
import { onOff, pauseControl } from './servers/serverControls';
import { startInRoom } from './servers/startInRoom';
import { vault } from './servers/vault';
import { activeOf, joinRaft, untilAllVote } from './servers/vaultRaft';
import {
  initialiseVault,
  sealVault,
  unsealVault,
  unsealVaultNode,
  type VaultKeys,
} from './servers/vaultSeal';
import { writeVaultTls } from './servers/vaultTls';
import type {
  VaultCluster,
  VaultClusterOptions,
  VaultNode,
} from './VaultCluster';

const NO_KEYS: VaultKeys = { rootToken: '', unsealKeys: [] };

/**
 * Starts Vaults on free loopback ports, joined by raft and unsealed; see
 * `startInRoom`.
 * @throws Error with the end of the log of the Vault that did not start
 */
export function startVaultCluster(
  options: VaultClusterOptions,
): Promise<VaultCluster> {
  return startInRoom(async (room, run) => {
    const tls = options.tls ? writeVaultTls(room) : undefined;
    const members: Member[] = [];
    for (const name of ['vault-1', 'vault-2', 'vault-3']) {
      if (members.length === options.nodes) break;
      const { spec, address } = await vault(room, { name, tls });
      members.push({ server: await run(spec), address, ca: tls?.ca });
    }
    const initialise = options.initialise ?? true;
    const keys = initialise ? await form(members) : NO_KEYS;
    const nodes = members.map(member => controls(member, keys));
    return {
      nodes,
      ...keys,
      caFile: tls?.caFile,
      leader: () =>
        activeOf(nodes, ({ address }) => vaultApi(address, undefined, tls?.ca)),
    };
  });
}

/** A Vault that runs. */
interface Member {
  server: Server;
  address: string;
  /** PEM of the authority of its certificate; none without TLS. */
  ca?: string;
}

const as = ({ address, ca }: Member, token?: string) =>
  vaultApi(address, token, ca);

/** The first Vault is initialised, and the others join it. */
async function form([first, ...others]: Member[]): Promise<VaultKeys> {
  const keys = await initialiseVault(as(first));
  await unsealVault(as(first), keys.unsealKeys);
  for (const other of others) {
    await joinRaft(as(other), first);
    await unsealVaultNode(as(other), keys.unsealKeys);
  }
  await untilAllVote(as(first, keys.rootToken), others.length + 1);
  return keys;
}

function controls(member: Member, keys: VaultKeys): VaultNode {
  const { server, address } = member;
  return {
    address,
    ...onOff(server),
    ...pauseControl(server),
    seal: () => sealVault(as(member, keys.rootToken)),
    unseal: () => unsealVaultNode(as(member), keys.unsealKeys),
  };
}
