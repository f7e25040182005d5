import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  authProvidersExtensionPoint,
  createProxyAuthenticator,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';

/** Who signs in, by the name of his User in the catalog. */
export const USER_HEADER = 'x-bench-user';

const authenticator = createProxyAuthenticator({
  defaultProfileTransform: async () => ({ profile: {} }),
  initialize: () => undefined,
  authenticate: async ({ req }) => ({ result: req.header(USER_HEADER) ?? '' }),
});

/** Lets anybody sign in as any user, so that load has as many users as it wants. */
export const authModuleNamedUsers = createBackendModule({
  pluginId: 'auth',
  moduleId: 'named-users',
  register(reg) {
    reg.registerInit({
      deps: { providers: authProvidersExtensionPoint },
      async init({ providers }) {
        providers.registerProvider({
          providerId: 'named',
          factory: createProxyAuthProviderFactory({
            authenticator,
            signInResolver: ({ result }, context) =>
              context.signInWithCatalogUser({ entityRef: { name: result } }),
          }),
        });
      },
    });
  },
});
