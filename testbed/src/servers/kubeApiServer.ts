import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { kubernetesApi, type KubernetesAccess } from '../access/ServerAccess';
import { freePort } from '../process/freePort';
import type { ServerSpec } from '../process/Server';
import type { Room } from './Room';

/** What the API server and the controller manager both need. */
export interface KubernetesFiles {
  certificates: string;
  serviceAccountKey: string;
}

/**
 * The API server writes its own certificate, valid for 127.0.0.1, on its first
 * start; it is its own CA and stays the same over restarts.
 */
export async function kubeApiServer(
  room: Room,
  etcdUrl: string,
): Promise<{
  spec: ServerSpec;
  access: KubernetesAccess;
  files: KubernetesFiles;
}> {
  const port = await freePort();
  const certificates = join(room.folder, 'certificates');
  const access = {
    url: `https://127.0.0.1:${port}`,
    caFile: join(certificates, 'apiserver.crt'),
    adminToken: randomBytes(24).toString('hex'),
  };
  const keys = writeServiceAccountKeys(room.folder);
  const tokens = join(room.folder, 'tokens.csv');
  const row = `${access.adminToken},admin,admin,system:masters\n`;
  writeFileSync(tokens, row, { mode: 0o600 });

  const spec = {
    name: 'kube-apiserver',
    binary: join(room.binaries.kubernetes, 'kube-apiserver'),
    args: [
      `--etcd-servers=${etcdUrl}`,
      '--bind-address=127.0.0.1',
      '--advertise-address=127.0.0.1',
      `--secure-port=${port}`,
      `--cert-dir=${certificates}`,
      '--service-account-issuer=https://kubernetes.default.svc',
      `--service-account-signing-key-file=${keys.privateKey}`,
      `--service-account-key-file=${keys.publicKey}`,
      `--token-auth-file=${tokens}`,
      '--authorization-mode=RBAC',
      '--service-cluster-ip-range=10.96.0.0/16',
      '--endpoint-reconciler-type=none',
    ],
    logFile: join(room.folder, 'kube-apiserver.log'),
    isReady: () => answersReadyz(access),
  };
  return {
    spec,
    access,
    files: { certificates, serviceAccountKey: keys.privateKey },
  };
}

async function answersReadyz(access: KubernetesAccess): Promise<boolean> {
  if (!existsSync(access.caFile)) return false;
  const ready = await kubernetesApi(access).send({
    method: 'GET',
    path: '/readyz',
  });
  return ready.status === 200;
}

function writeServiceAccountKeys(folder: string) {
  const pair = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const privateKey = join(folder, 'service-account.key');
  const publicKey = join(folder, 'service-account.pub');
  writeFileSync(privateKey, pair.privateKey, { mode: 0o600 });
  writeFileSync(publicKey, pair.publicKey);
  return { privateKey, publicKey };
}
