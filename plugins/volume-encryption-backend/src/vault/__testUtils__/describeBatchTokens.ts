// One suite for several servers.
/* eslint-disable jest/no-export */

import { administrate, askVault, unique } from './administrate';
import { kmsOfRoot, type VaultUnderTest } from './VaultUnderTest';

/** What every real Vault must do with tokens that nobody can revoke. */
export function describeBatchTokens(vault: () => VaultUnderTest): void {
  it('mints no batch token for a tenant', async () => {
    const name = unique('batch');
    await administrate(vault())('POST', `auth/token/roles/${name}`, {
      allowed_policies: 'csi-tenant-token',
      allowed_entity_aliases: 'contract.*',
      orphan: true,
      renewable: false,
      token_type: 'batch',
    });
    const { tokens } = kmsOfRoot(vault(), name);
    const tenant = { tenantId: 'contract.orders', meta: {} };
    await expect(tokens.mint(tenant, {})).rejects.toMatchObject({
      code: 'invalid-input',
      field: 'tokenRole',
    });
    const ask = askVault(vault(), vault().rootToken);
    const { body } = await ask('POST', `auth/token/create/${name}`, {});
    expect(body).toMatchObject({
      auth: { accessor: '', token_type: 'batch', renewable: false },
    });
    const token = Object(body).auth.client_token;
    expect(await ask('POST', 'auth/token/revoke', { token })).toEqual({
      status: 400,
      body: { errors: ['batch tokens cannot be revoked'] },
    });
  });
}
