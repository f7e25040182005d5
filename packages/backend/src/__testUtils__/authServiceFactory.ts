import {
  coreServices,
  createServiceFactory,
  type AuthService,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';

/**
 * Backstage's auth service for tests, which forgets that a plugin asks on behalf
 * of a user, made to tell so as the real one does: the permission backend lets a
 * plugin ask for conditions, and no user.
 */
export const authServiceFactory = createServiceFactory({
  service: coreServices.auth,
  deps: { plugin: coreServices.pluginMetadata },
  factory: ({ plugin }): AuthService => {
    const auth = mockServices.auth({
      pluginId: plugin.getId(),
      disableDefaultAuthPolicy: false,
    });
    const authenticated = auth.authenticate.bind(auth);
    const authenticate: AuthService['authenticate'] = async (...asked) => {
      const credentials = await authenticated(...asked);
      const [token] = asked;
      const isOfPlugin = token.startsWith('mock-service-token');
      if (!isOfPlugin || !auth.isPrincipal(credentials, 'user')) {
        return credentials;
      }
      const actor = { subject: 'plugin:caller' };
      return mockCredentials.user(credentials.principal.userEntityRef, {
        actor,
      });
    };
    return Object.assign(auth, { authenticate });
  },
});
