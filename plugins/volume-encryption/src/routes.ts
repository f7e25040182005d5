import { createRouteRef } from '@backstage/core-plugin-api';

/** The entity tab "Encryption". */
export const entityContentRouteRef = createRouteRef({
  id: 'volume-encryption:entity-content',
});

/** The page of the platform team. */
export const platformRouteRef = createRouteRef({
  id: 'volume-encryption:platform',
});
