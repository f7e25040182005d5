import {
  createPortalIdentity,
  playCephCsi,
  setUpTenantCustody,
  startOwnTestbed,
  wireKubernetesAuth,
  type OwnTestbed,
  type PortalIdentity,
} from 'testbed';
import type { PortalCluster, PortalKms } from '../portal/config';
import { Administrator } from './Administrator';
import { CLUSTER } from './names';

/** Real servers, set up for the portal as an administrator does once. */
export interface Servers {
  testbed: OwnTestbed;
  administrator: Administrator;
  identity: PortalIdentity;
  /** As the portal is told of them. */
  cluster: PortalCluster;
  kms: PortalKms;
  /** Where etcd can be filled behind the API server. */
  etcdUrl: string;
  /** Ends what would look at every object that etcd is filled with. */
  stopControllers(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts servers of our own.
 * @param options.provisioner - whether the sandbox's provisioner goes on to play
 * Ceph CSI; it reads all claims and volumes ten times a second
 */
export async function prepareServers(options: {
  provisioner: boolean;
}): Promise<Servers> {
  const testbed = await startOwnTestbed();
  await wireKubernetesAuth(testbed);
  await setUpTenantCustody(testbed, { cluster: CLUSTER });
  const stopPlaying = await playCephCsi(testbed, CLUSTER);
  if (!options.provisioner) await stopPlaying();
  const identity = await createPortalIdentity(testbed);
  const { url, caFile } = testbed.kubernetes;
  const { kubernetesToken, vaultToken } = identity;
  const administrator = new Administrator(testbed);
  return {
    testbed,
    administrator,
    identity,
    cluster: { name: CLUSTER, url, caFile, token: kubernetesToken },
    kms: { name: 'vault', address: testbed.vaultAddr, token: vaultToken },
    etcdUrl: testbed.controls.etcd.url,
    stopControllers: () => testbed.controls.controllers.stop(),
    stop: async () => {
      administrator.close();
      await stopPlaying();
      await testbed.stop();
    },
  };
}
