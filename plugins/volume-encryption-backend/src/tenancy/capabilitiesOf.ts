import {
  isResourcePermission,
  type AuthorizePermissionRequest,
} from '@backstage/plugin-permission-common';
import {
  volumeEncryptionPermissions,
  type Capabilities,
} from 'backstage-plugin-volume-encryption-common';

/**
 * Every permission of the product that can be judged, and whether it is allowed.
 *
 * @param entity - whose volumes it is about, if any, and whether the caller sees
 *   it; what he does not see is not asked for
 * @param ask - asks for all at once, and answers in the same order
 */
export async function capabilitiesOf(
  entity: { resourceRef: string; isSeen: boolean } | undefined,
  ask: (requests: AuthorizePermissionRequest[]) => Promise<boolean[]>,
): Promise<Capabilities> {
  const requests: AuthorizePermissionRequest[] = [];
  const unseen: string[] = [];
  for (const permission of volumeEncryptionPermissions) {
    if (!isResourcePermission(permission)) requests.push({ permission });
    else if (entity?.isSeen)
      requests.push({ permission, resourceRef: entity.resourceRef });
    else if (entity) unseen.push(permission.name);
  }
  const answers = await ask(requests);
  const asked = requests.map(({ permission }, index) => ({
    permission: permission.name,
    allowed: answers[index],
  }));
  const denied = unseen.map(permission => ({ permission, allowed: false }));
  return { items: [...asked, ...denied] };
}
