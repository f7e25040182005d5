import type { VolumeEncryptionService } from 'backstage-plugin-volume-encryption-node';
import { initiator } from '../../__testUtils__/runStep';
import { address } from './orders';

export const asUser = { credentials: initiator };

/** All that the portal answers about a tenant and its volumes while it lives. */
export async function readAnswers(
  service: VolumeEncryptionService,
  place: { cluster: string; namespace: string },
): Promise<object[]> {
  return Promise.all([
    service.listTenants({}, asUser),
    service.inspectTenant(place, asUser),
    service.getEntityVolumes(address, asUser),
    service.getIsolation({ kms: 'vault' }, asUser),
    service.getPortalIdentity({ kms: 'vault' }, asUser),
  ]);
}
