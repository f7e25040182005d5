import { discoveryApiRef, fetchApiRef } from '@backstage/core-plugin-api';
import {
  ApiBlueprint,
  createFrontendPlugin,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import LockOutlined from '@material-ui/icons/LockOutlined';
import { VolumeEncryptionClient, volumeEncryptionApiRef } from './api';
import { entityFilter } from './entity/entityFilter';
import { formFields } from './formFields';
import { entityContentRouteRef } from './routes';

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

/**
 * The plugin for the new frontend system: tab, card and template fields.
 *
 * @public
 */
export const volumeEncryptionPlugin = createFrontendPlugin({
  pluginId: 'volume-encryption',
  title: 'Volume Encryption',
  icon: <LockOutlined fontSize="inherit" />,
  info: { packageJson: () => import('../package.json') },
  routes: { entityContent: entityContentRouteRef },
  extensions: [clientApi, entityContent, entityCard, ...formFields],
});
