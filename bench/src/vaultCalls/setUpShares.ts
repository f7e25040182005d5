import type { Administrator } from '../cluster/Administrator';
import { boundVolume } from '../cluster/boundVolume';
import { fillEtcd } from '../cluster/fillEtcd';
import { makeTenant } from '../cluster/makeTenant';
import type { Servers } from '../cluster/prepareServers';
import { writeKeys } from '../cluster/writeKeys';
import {
  startCountingProxy,
  type CountingProxy,
} from '../count/startCountingProxy';
import type { Component } from '../portal/catalog';
import type { PortalKms } from '../portal/config';

/** So many volumes of so many tenants, of one component. */
export interface Shape {
  tenants: number;
  volumes: number;
}

/** A shape that is there, with the Vault as if it were there for it alone. */
export interface Share extends Shape {
  component: Component;
  kms: PortalKms;
  proxy: CountingProxy;
}

/** Makes each shape, and a KMS connection and a counting proxy for it. */
export async function setUpShares(
  servers: Servers,
  shapes: Shape[],
): Promise<Share[]> {
  const shares: Share[] = [];
  for (const shape of shapes) {
    const name = `share-${shape.tenants}-${shape.volumes}`;
    const proxy = await startCountingProxy({ url: servers.kms.address });
    await fill(servers, { ...shape, name });
    shares.push({
      ...shape,
      component: {
        name,
        annotations: { 'backstage.io/kubernetes-id': name },
      },
      kms: { ...servers.kms, name, address: proxy.url },
      proxy,
    });
  }
  await addConnections(servers.administrator, shares);
  return shares;
}

async function fill(
  { administrator, etcdUrl }: Servers,
  { name, tenants, volumes }: Shape & { name: string },
): Promise<void> {
  for (let tenant = 0; tenant < tenants; tenant++) {
    const namespace = `${name}-${tenant}`;
    await makeTenant(administrator, namespace);
    const bound = Array.from({ length: volumes / tenants }, (_, index) =>
      boundVolume({
        namespace,
        name: `data-${index}`,
        component: name,
        kmsId: name,
      }),
    );
    const objects = bound.flatMap(it => it.objects);
    await fillEtcd(etcdUrl, objects);
    const handles = bound.map(({ handle }) => handle);
    await writeKeys(administrator, namespace, handles);
  }
}

async function addConnections(
  { kubernetes }: Administrator,
  shares: Share[],
): Promise<void> {
  const connections = shares.map(({ component, proxy }) => [
    component.name,
    JSON.stringify({
      encryptionKMSType: 'vaulttenantsa',
      vaultAddress: proxy.url,
      vaultBackend: 'kv-v2',
      vaultAuthPath: 'kubernetes',
      vaultRole: 'csi-tenant',
    }),
  ]);
  await kubernetes.demand({
    method: 'PATCH',
    path: '/api/v1/namespaces/rook-ceph/configmaps/csi-kms-connection-details',
    headers: { 'content-type': 'application/merge-patch+json' },
    body: { data: Object.fromEntries(connections) },
  });
}
