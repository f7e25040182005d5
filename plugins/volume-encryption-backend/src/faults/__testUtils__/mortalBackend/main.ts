// Run as a process of its own by `startMortalBackend`.
import { flushCompileCache } from 'node:module';
import { createSpecializedBackend } from '@backstage/backend-app-api';
import { volumeEncryptionPlugin } from '../../../plugin';
import type { Birth, Order } from './Moment';
import { servicesOf } from './services';
import { Writes } from './Writes';

const writes = new Writes();
let port = 0;

async function live(birth: Birth): Promise<void> {
  const { defaultServiceFactories, listeningPort } = servicesOf(birth, writes);
  const backend = createSpecializedBackend({ defaultServiceFactories });
  backend.add(volumeEncryptionPlugin);
  await backend.start();
  port = listeningPort();
  writes.watchRequests();
}

async function obey(order: Order): Promise<void> {
  if (order.kind === 'start') {
    await live(order.birth);
    // Node would write it at an end of its own, and there is none.
    flushCompileCache();
  }
  process.send?.({ port, writes: writes.names });
  writes.begin(order.kind === 'die' ? order.at : undefined);
}

process.on('message', (order: Order) => {
  void obey(order);
});
// Nobody is left whom it could serve.
process.on('disconnect', () => process.exit());
