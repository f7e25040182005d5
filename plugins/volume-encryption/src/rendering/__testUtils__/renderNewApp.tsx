import type { Entity } from '@backstage/catalog-model';
import { createApp } from '@backstage/frontend-defaults';
import {
  createFrontendPlugin,
  type FrontendFeature,
} from '@backstage/frontend-plugin-api';
import { mockApis } from '@backstage/frontend-test-utils';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { render } from '@testing-library/react';
import plugin from '../../index';

const data = {
  app: {
    title: 'Test',
    baseUrl: 'http://localhost',
    extensions: [{ 'sign-in-page:app': false }],
  },
  backend: { baseUrl: 'http://localhost:7007' },
  permission: { enabled: true },
};

/**
 * Renders the plugin in an app of the new frontend system, with the page of an
 * entity at `/`. Whether it has the platform's page is asked of the permission
 * backend when it starts, for which `renderTestApp` cannot wait.
 */
export function renderNewApp(options: {
  entity: Entity;
  path?: string;
  others?: FrontendFeature[];
}) {
  window.history.replaceState(undefined, '', options.path ?? '/');
  const entityPage = createFrontendPlugin({
    pluginId: 'test',
    extensions: [createTestEntityPage({ entity: options.entity })],
  });
  const app = createApp({
    features: [plugin, entityPage, ...(options.others ?? [])],
    advanced: {
      configLoader: async () => ({ config: mockApis.config({ data }) }),
    },
  });
  return render(app.createRoot());
}
