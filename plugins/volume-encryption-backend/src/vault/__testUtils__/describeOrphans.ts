// One suite for several servers.
/* eslint-disable jest/no-export */

import { textAt } from '../../network/valueAt';
import { createKms } from '../createKms';
import { administrate, askVault, unique } from './administrate';
import { configFor, type VaultUnderTest } from './VaultUnderTest';

/** That a tenant's token outlives the portal's, on every Vault. */
export function describeOrphans(vault: () => VaultUnderTest): void {
  it("leaves a tenant's token alive when the portal's is revoked", async () => {
    const admin = administrate(vault());
    const issued = await admin('POST', 'auth/token/create', {
      policies: ['volume-encryption-portal'],
      no_default_policy: true,
    });
    const token = textAt(issued, 'auth', 'client_token') ?? '';
    const accessor = textAt(issued, 'auth', 'accessor') ?? '';
    const kms = createKms(configFor(vault(), { method: 'token', token }));
    const tenantId = `contract.${unique('tenant')}`;
    const key = { mount: `csi/${tenantId}`, name: 'key' };
    await kms.ensureMount(key.mount, {});
    const minted = await kms.tokens.mint({ tenantId, meta: {} }, {});

    await admin('POST', 'auth/token/revoke-accessor', { accessor });

    await expect(kms.describeKey(key, {})).rejects.toMatchObject({
      code: 'kms-denied',
    });
    const tenant = askVault(vault(), minted.token.reveal());
    const body = { data: { passphrase: 'of a test' } };
    const answer = await tenant('POST', `${key.mount}/data/key`, body);
    expect(answer.status).toBe(200);
    const { tokens } = createKms(configFor(vault()));
    expect(await tokens.lookup(minted.accessor, {})).toBeDefined();
  });
}
