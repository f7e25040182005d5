/**
 * The portal under measure, in a process of its own: a Backstage backend with
 * ours and, on `--with-kubernetes`, the Kubernetes plugin's. Tells its parent its
 * memory when asked.
 */
import { createBackend } from '@backstage/backend-defaults';
import { authModuleNamedUsers } from './namedUsers';
import { permissionModuleOwnerPolicy } from './ownerPolicy';

const backend = createBackend();

backend.add(import('@backstage/plugin-auth-backend'));
backend.add(authModuleNamedUsers);
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(permissionModuleOwnerPolicy);
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('backstage-plugin-volume-encryption-backend'));
if (process.argv.includes('--with-kubernetes')) {
  backend.add(import('@backstage/plugin-kubernetes-backend'));
}

process.on('message', () => {
  const { rss } = process.memoryUsage();
  // Given by --expose-gc: what is garbage is not held.
  globalThis.gc?.();
  process.send?.({ rss, heap: process.memoryUsage().heapUsed });
});
// Gracefully it would take a minute; who measures has no use for that.
process.on('disconnect', () => process.exit());
backend.start().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
