import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { Systems } from '../../systems';
import type { Tenant } from '../TenantCredential';
import type { TenantCredentialStore } from '../TenantCredentialStore';

/** What renewals work with. */
export interface RenewalParts {
  systems: Systems;
  credentials: TenantCredentialStore;
  auditor: AuditorService;
  logger: LoggerService;
  now: () => Date;
  /** Gives the tenant a new token in the place of one that cannot be renewed. */
  reissue(tenant: Tenant & { secretName?: string }): Promise<void>;
}
