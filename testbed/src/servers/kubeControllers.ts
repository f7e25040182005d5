import { join } from 'node:path';
import { kubernetesApi, type KubernetesAccess } from '../access/ServerAccess';
import type { ServerSpec } from '../process/Server';
import type { KubernetesFiles } from './kubeApiServer';
import type { Room } from './Room';

/** Gives ServiceAccounts, the PersistentVolume binder and the garbage collector. */
export function kubeControllerManager(
  room: Room,
  kubeconfig: string,
  cluster: { access: KubernetesAccess; files: KubernetesFiles },
): ServerSpec {
  return {
    name: 'kube-controller-manager',
    binary: join(room.binaries.kubernetes, 'kube-controller-manager'),
    args: [
      `--kubeconfig=${kubeconfig}`,
      `--service-account-private-key-file=${cluster.files.serviceAccountKey}`,
      `--root-ca-file=${join(cluster.files.certificates, 'apiserver.crt')}`,
      '--leader-elect=false',
      '--secure-port=0',
      // There is no kubelet to renew a Node's lease: these two would evict
      // every Pod of a Node that was made by hand.
      '--controllers=*,-node-lifecycle-controller,-taint-eviction-controller',
    ],
    logFile: join(room.folder, 'kube-controller-manager.log'),
    isReady: async () => {
      const account = await kubernetesApi(cluster.access).send({
        method: 'GET',
        path: '/api/v1/namespaces/default/serviceaccounts/default',
      });
      return account.status === 200;
    },
  };
}

/** Places Pods, which is what a class with WaitForFirstConsumer waits for. */
export function kubeScheduler(room: Room, kubeconfig: string): ServerSpec {
  return {
    name: 'kube-scheduler',
    binary: join(room.binaries.kubernetes, 'kube-scheduler'),
    args: [
      `--kubeconfig=${kubeconfig}`,
      '--leader-elect=false',
      '--secure-port=0',
    ],
    logFile: join(room.folder, 'kube-scheduler.log'),
    // It serves nothing that could be asked; a Pod that is placed is the proof.
    isReady: async () => true,
  };
}
