import { setTimeout as sleep } from 'node:timers/promises';
import type { Entity } from '@backstage/catalog-model';
import type { VolumeEncryptionService } from 'backstage-plugin-volume-encryption-node';
import { initiator } from '../../__testUtils__/runStep';

/** A component of `group:default/payments`. */
export const orders: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'orders',
    namespace: 'default',
    annotations: { 'backstage.io/kubernetes-id': 'orders' },
  },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/payments' }],
};
export const entityRef = 'component:default/orders';
export const address = {
  kind: 'component',
  namespace: 'default',
  name: 'orders',
};

/** Waits until the portal has heard of a namespace's consent. */
export async function consented(
  service: VolumeEncryptionService,
  namespace: string,
): Promise<void> {
  await eventually(
    () => service.getEntityTenants(address, { credentials: initiator }),
    ({ items }) => items.some(tenant => tenant.namespace === namespace),
  );
}

/** Reads until it is as wanted; the last when it never is. */
export async function eventually<T>(
  read: () => Promise<T>,
  isWanted: (value: T) => boolean,
): Promise<T> {
  let value = await read();
  for (let tries = 0; tries < 150 && !isWanted(value); tries++) {
    await sleep(100);
    value = await read();
  }
  return value;
}
