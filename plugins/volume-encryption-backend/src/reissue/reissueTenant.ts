import { VolumeEncryptionError } from 'backstage-plugin-volume-encryption-common';
import type { Tenant } from '../custody';
import {
  fittingConnections,
  tenantConnections,
} from '../inspection/tenantConnections';
import type { OperationService } from '../operations';
import type { Systems } from '../systems';
import type { VolumeIndex } from '../volumeIndex';

/** What rotates tenants, and knows by which connection. */
export interface ReissueParts {
  index: VolumeIndex;
  systems: Systems;
  operations: Pick<OperationService, 'run'>;
}

/** A tenant, with the Secret whose token is to be replaced, where it is known. */
type Holder = Tenant & { secretName?: string };

/** Who asks, in the records of what the portal does by itself. */
const ITSELF = 'plugin:volume-encryption';

/**
 * Gives a tenant with a token a new one, by the operation `tenant-rotate`.
 * Throws `conflict` when no connection, or no single Secret, can be told for it,
 * and what the operation throws.
 */
export async function reissueTenant(
  { cluster, namespace, kms, tenantId, secretName }: Holder,
  { index, systems, operations }: ReissueParts,
): Promise<void> {
  const known = tenantConnections(index.snapshot(cluster), systems);
  const custody = 'vaulttokens';
  const [first, ...others] = fittingConnections({ custody, kms }, known).filter(
    ({ names }) => names.tokenSecret === (secretName ?? names.tokenSecret),
  );
  const { tokenSecret } = first?.names ?? {};
  if (!first || others.some(it => it.names.tokenSecret !== tokenSecret)) {
    throw new VolumeEncryptionError(
      'conflict',
      `The token of tenant "${tenantId}" cannot be renewed and needs a new one, but ${first ? 'several connections' : 'no connection'} of KMS "${kms}" on cluster "${cluster}" may be the tenant's. Rotate the tenant by hand.`,
    );
  }
  const { kmsId } = first.connection;
  await operations.run(
    { operation: 'tenant-rotate', cluster, namespace, kmsId },
    { requestedBy: ITSELF },
  );
}
