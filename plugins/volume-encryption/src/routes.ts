import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/core-plugin-api';

/** The entity tab "Encryption". */
export const entityContentRouteRef = createRouteRef({
  id: 'volume-encryption:entity-content',
});

/** The page of the platform team. */
export const platformRouteRef = createRouteRef({
  id: 'volume-encryption:platform',
});

/** The form of a template; an app without the scaffolder has none. */
export const templateRouteRef = createExternalRouteRef({
  id: 'volume-encryption:template',
  optional: true,
  params: ['namespace', 'templateName'],
  defaultTarget: 'scaffolder.selectedTemplate',
});
