import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import type { OperationService } from '../operations';
import type { StatusService } from '../status';
import type { Access } from '../tenancy';

/** What the routes work with. */
export interface HttpParts {
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  access: Access;
  status: StatusService;
  operations: Pick<OperationService, 'plan' | 'run'>;
}
