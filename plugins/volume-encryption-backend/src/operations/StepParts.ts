import type { LoggerService } from '@backstage/backend-plugin-api';
import type { JobTesting } from './testJobs/JobTesting';
import type { TenantCredentialStore } from '../custody';
import type { Receipts } from '../custody/receipts/Receipts';
import type { Systems } from '../systems';

/** What steps are applied with. */
export interface StepParts {
  systems: Systems;
  credentials: TenantCredentialStore;
  receipts: Receipts;
  logger: LoggerService;
  now: () => Date;
  jobTesting: JobTesting;
}
