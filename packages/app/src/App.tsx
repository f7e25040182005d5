import { createApp } from '@backstage/frontend-defaults';
import { signInModule } from './signInModule';

/** The example portal; its plugins are the dependencies of package.json. */
export default createApp({ features: [signInModule] });
