import { join } from 'node:path';
import { vaultApi } from './access/ServerAccess';
import { runningServers } from './runningServers';
import { compactEtcd, etcd } from './servers/etcd';
import { kubeApiServer } from './servers/kubeApiServer';
import {
  kubeControllerManager,
  kubeScheduler,
} from './servers/kubeControllers';
import { writeKubeconfig } from './servers/kubeconfig';
import type { Room } from './servers/Room';
import { onOff, pauseControl } from './servers/serverControls';
import { startInRoom, type Run } from './servers/startInRoom';
import { vault } from './servers/vault';
import { initialiseVault, sealVault, unsealVault } from './servers/vaultSeal';
import type { OwnTestbed, Testbed } from './Testbed';

/**
 * The servers that the environment names, see `runningServers`; where it names
 * none, servers of our own, see `startOwnTestbed`.
 */
export async function startTestbed(): Promise<Testbed> {
  return runningServers(process.env) ?? startOwnTestbed();
}

/**
 * Starts etcd, the Kubernetes control plane and an unsealed Vault on free
 * loopback ports, see `startInRoom`.
 * @throws Error with the end of the log of the server that did not start
 */
export async function startOwnTestbed(): Promise<OwnTestbed> {
  return startInRoom(async (room, run) => {
    const [cluster, secrets] = await settled([
      startKubernetes(room, run),
      startVault(room, run),
    ]);
    return {
      kubeconfig: cluster.kubeconfig,
      kubernetes: cluster.access,
      vaultAddr: secrets.address,
      rootToken: secrets.rootToken,
      unsealKeys: secrets.unsealKeys,
      controls: { ...cluster.controls, vault: secrets.control },
    };
  });
}

async function startKubernetes(room: Room, run: Run) {
  const store = await etcd(room);
  await run(store.spec);
  const cluster = await kubeApiServer(room, store.url);
  const apiServer = await run(cluster.spec);
  const kubeconfig = writeKubeconfig(
    join(room.folder, 'kubeconfig'),
    cluster.access,
  );
  const scheduler = await run(kubeScheduler(room, kubeconfig));
  const manager = await run(kubeControllerManager(room, kubeconfig, cluster));
  return {
    access: cluster.access,
    kubeconfig,
    controls: {
      apiServer: { ...onOff(apiServer), ...pauseControl(apiServer) },
      controllers: onOff(scheduler, manager),
      etcd: { url: store.url, compact: () => compactEtcd(store.url) },
    },
  };
}

async function startVault(room: Room, run: Run) {
  const { spec, address } = await vault(room, { name: 'vault' });
  const server = await run(spec);
  const api = vaultApi(address);
  const keys = await initialiseVault(api);
  await unsealVault(api, keys.unsealKeys);
  return {
    address,
    ...keys,
    control: {
      ...onOff(server),
      ...pauseControl(server),
      seal: () => sealVault(vaultApi(address, keys.rootToken)),
      unseal: () => unsealVault(api, keys.unsealKeys),
    },
  };
}

/** Like `Promise.all`, but leaves nothing running behind an error. */
async function settled<A, B>(both: [Promise<A>, Promise<B>]): Promise<[A, B]> {
  await Promise.allSettled(both);
  return Promise.all(both);
}
