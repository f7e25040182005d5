import { ProxiedSignInPage } from '@backstage/core-components';
import { createFrontendModule } from '@backstage/frontend-plugin-api';
import {
  SignInPageBlueprint,
  type SignInPageProps,
} from '@backstage/plugin-app-react';

const GuestSignIn = (props: SignInPageProps) => (
  <ProxiedSignInPage {...props} provider="guest" />
);

/** Signs everybody in as the guest of the example organization, at once. */
export const signInModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    SignInPageBlueprint.make({ params: { loader: async () => GuestSignIn } }),
  ],
});
