import { createRouteRef } from '@backstage/core-plugin-api';

/** The entity tab "Encryption". */
export const entityContentRouteRef = createRouteRef({
  id: 'volume-encryption:entity-content',
});
