import type { AuditorService } from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { StatusService } from '../status';
import type { Access } from '../tenancy';

/** What the actions work with. */
export interface ActionParts {
  actionsRegistry: ActionsRegistryService;
  auditor: AuditorService;
  access: Access;
  status: Pick<StatusService, 'entityVolumes' | 'entityVolume'>;
}
