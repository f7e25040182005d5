import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildServers } from './build/buildServers';
import { Guard } from './process/Guard';
import { Server, type ServerSpec } from './process/Server';
import { runningServers } from './runningServers';
import { compactEtcd, etcd } from './servers/etcd';
import { kubeApiServer } from './servers/kubeApiServer';
import {
  kubeControllerManager,
  kubeScheduler,
} from './servers/kubeControllers';
import { writeKubeconfig } from './servers/kubeconfig';
import type { Room } from './servers/Room';
import { vault } from './servers/vault';
import { initialiseVault, sealVault, unsealVault } from './servers/vaultSeal';
import type {
  OwnTestbed,
  PauseControl,
  ServerControl,
  Testbed,
} from './Testbed';

/**
 * The servers that the environment names, see `runningServers`; where it names
 * none, servers of our own, see `startOwnTestbed`.
 */
export async function startTestbed(): Promise<Testbed> {
  return runningServers(process.env) ?? startOwnTestbed();
}

/**
 * Starts etcd, the Kubernetes control plane and an unsealed Vault on free
 * loopback ports, with data in the system's temporary folder. Builds them
 * first where that was not done yet.
 * @throws Error with the end of the log of the server that did not start
 */
export async function startOwnTestbed(): Promise<OwnTestbed> {
  const binaries = await buildServers();
  const folder = mkdtempSync(join(tmpdir(), 'volume-encryption-testbed-'));
  const guard = new Guard(folder);
  const servers: Server[] = [];
  const run: Run = async spec => {
    const server = new Server(spec, guard);
    servers.unshift(server);
    await server.start();
    return server;
  };
  const stop = async () => {
    for (const server of servers) await server.stop();
    await guard.finish();
  };
  try {
    return { ...(await startServers({ folder, binaries }, run)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startServers(room: Room, run: Run) {
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
}

type Run = (spec: ServerSpec) => Promise<Server>;

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
  const { spec, address } = await vault(room);
  const server = await run(spec);
  const keys = await initialiseVault(address);
  await unsealVault(address, keys.unsealKeys);
  return {
    address,
    ...keys,
    control: {
      ...onOff(server),
      ...pauseControl(server),
      seal: () => sealVault(address, keys.rootToken),
      unseal: () => unsealVault(address, keys.unsealKeys),
    },
  };
}

function onOff(...servers: Server[]): ServerControl {
  return {
    async stop() {
      for (const server of servers) await server.stop();
    },
    async start() {
      for (const server of servers) await server.start();
    },
  };
}

function pauseControl(server: Server): PauseControl {
  return {
    pause: async () => server.pause(),
    resume: async () => server.resume(),
  };
}

/** Like `Promise.all`, but leaves nothing running behind an error. */
async function settled<A, B>(both: [Promise<A>, Promise<B>]): Promise<[A, B]> {
  await Promise.allSettled(both);
  return Promise.all(both);
}
