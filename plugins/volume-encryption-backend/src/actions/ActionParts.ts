import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { HttpParts } from '../http/HttpParts';

/** What the actions work with. */
export type ActionParts = Pick<
  HttpParts,
  'auditor' | 'access' | 'status' | 'inspector' | 'operations' | 'preflights'
> & { actionsRegistry: ActionsRegistryService };
