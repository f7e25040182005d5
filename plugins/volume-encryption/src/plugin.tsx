import { discoveryApiRef, fetchApiRef } from '@backstage/core-plugin-api';
import {
  ApiBlueprint,
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import LockOutlined from '@material-ui/icons/LockOutlined';
import { platformReadPermission } from 'backstage-plugin-volume-encryption-common';
import { VolumeEncryptionClient, volumeEncryptionApiRef } from './api';
import { factFilter } from './blastRadius/factFilter';
import { entityFilter } from './entity/entityFilter';
import { formFields } from './formFields';
import {
  entityContentRouteRef,
  platformRouteRef,
  templateRouteRef,
} from './routes';

const clientApi = ApiBlueprint.make({
  params: define =>
    define({
      api: volumeEncryptionApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: apis => new VolumeEncryptionClient(apis),
    }),
});

const entityContent = EntityContentBlueprint.make({
  name: 'encryption',
  params: {
    path: '/encryption',
    title: 'Encryption',
    group: 'operation',
    routeRef: entityContentRouteRef,
    filter: entityFilter,
    loader: () => import('./entity').then(m => <m.EncryptionContent />),
  },
});

const entityCard = EntityCardBlueprint.make({
  name: 'encryption',
  params: {
    type: 'content',
    filter: entityFilter,
    loader: () => import('./entity').then(m => <m.EncryptionCard />),
  },
});

const blastRadiusCard = EntityCardBlueprint.make({
  name: 'blast-radius',
  params: {
    type: 'content',
    filter: factFilter,
    loader: () => import('./blastRadius').then(m => <m.BlastRadiusCard />),
  },
});

const mayReadPlatform = {
  permissions: { $contains: `${platformReadPermission.name}#read` },
};

const platformPage = PageBlueprint.make({
  params: {
    path: '/volume-encryption',
    title: 'Volume encryption',
    routeRef: platformRouteRef,
    loader: () => import('./platform').then(m => <m.PlatformContent />),
  },
  if: mayReadPlatform,
});

/** The same for who may not see it: without a route ref it is in no menu. */
const platformPageDenied = PageBlueprint.make({
  name: 'denied',
  params: {
    path: '/volume-encryption',
    title: 'Volume encryption',
    loader: () => import('./platform').then(m => <m.PlatformContent />),
  },
  if: { $not: mayReadPlatform },
});

/**
 * The plugin for the new frontend system: tab, card, page and template
 * fields.
 *
 * @public
 */
export const volumeEncryptionPlugin = createFrontendPlugin({
  pluginId: 'volume-encryption',
  title: 'Volume Encryption',
  icon: <LockOutlined fontSize="inherit" />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: platformRouteRef, entityContent: entityContentRouteRef },
  externalRoutes: { template: templateRouteRef },
  extensions: [
    clientApi,
    entityContent,
    entityCard,
    blastRadiusCard,
    platformPage,
    platformPageDenied,
    ...formFields,
  ],
});
