import type { TenantCredentialStore } from '../custody';
import type { Systems } from '../systems';
import type { VolumeIndex } from '../volumeIndex';

/** What assurance is given. */
export interface AssuranceParts {
  index: VolumeIndex;
  systems: Systems;
  credentials: Pick<TenantCredentialStore, 'all'>;
  now: () => Date;
}
