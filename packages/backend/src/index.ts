import { createBackend } from '@backstage/backend-defaults';
import { permissionModuleExamplePolicy } from './permissionModule';

const backend = createBackend();

backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(permissionModuleExamplePolicy);
backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(import('@backstage/plugin-signals-backend'));

backend.add(import('backstage-plugin-volume-encryption-backend'));
backend.add(
  import('backstage-plugin-catalog-backend-module-volume-encryption'),
);
backend.add(
  import('backstage-plugin-scaffolder-backend-module-volume-encryption'),
);

backend.start();
