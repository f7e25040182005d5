import type { CustodySetup } from 'backstage-plugin-volume-encryption-common';
import type { callVault } from '../../vault/__testUtils__/administrate';

type Administrator = ReturnType<typeof callVault>;

/**
 * Writes the files of a rendered set-up to Vault, as its commands do.
 * @param authMount - that of the cluster
 */
export async function applySetup(
  admin: Administrator,
  { files }: CustodySetup,
  authMount: string,
): Promise<void> {
  for (const { name, content } of files) {
    const [base, kind] = name.split('.');
    if (kind === 'hcl') {
      await admin('PUT', `sys/policies/acl/${base}`, { policy: content });
      continue;
    }
    const path = base.startsWith('token-role-')
      ? `auth/token/roles/${base.replace('token-role-', '')}`
      : `auth/${authMount}/role/${base.replace(`${authMount}-role-`, '')}`;
    await admin('POST', path, JSON.parse(content));
  }
}
