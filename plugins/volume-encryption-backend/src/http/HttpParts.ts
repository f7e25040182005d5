import type {
  AuditorService,
  HttpAuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { OperationService } from '../operations';
import type { StatusService } from '../status';
import type { Access } from '../tenancy';

/** What the routes work with. */
export interface HttpParts {
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  logger: LoggerService;
  access: Pick<Access, keyof Access>;
  status: Pick<StatusService, keyof StatusService>;
  operations: Pick<OperationService, 'plan' | 'run'>;
}
