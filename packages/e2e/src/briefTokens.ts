import { textAt, valueAt, vaultApi, type Testbed } from 'testbed';

const ROLE = '/v1/auth/token/roles/csi-tenant';
const POLICY = '/v1/sys/policies/acl/volume-encryption-portal';
const RENEWAL = 'path "auth/token/renew-accessor" {';

/**
 * Has tenants' tokens end after seconds, and takes from the portal the right to
 * renew them. Answers what makes it as it was.
 */
export async function makeTokensBrief({
  vaultAddr,
  rootToken,
}: Testbed): Promise<() => Promise<void>> {
  const vault = vaultApi(vaultAddr, rootToken);
  const read = async (path: string) =>
    (await vault.demand({ method: 'GET', path })).body;
  const role = Object(valueAt(await read(ROLE), ['data']));
  const policy = textAt(await read(POLICY), 'data', 'policy');
  const write = async (period: unknown, rights: string) => {
    const body = { ...role, token_period: period };
    await vault.demand({ method: 'POST', path: ROLE, body });
    await vault.demand({
      method: 'PUT',
      path: POLICY,
      body: { policy: rights },
    });
  };
  if (!policy.includes(RENEWAL)) throw new Error(`no ${RENEWAL} in the policy`);
  await write('60s', policy.replace(RENEWAL, 'path "auth/token/no-renewal" {'));
  return () => write(role.token_period, policy);
}
