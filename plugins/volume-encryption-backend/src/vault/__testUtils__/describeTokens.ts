// One suite for several servers.
/* eslint-disable jest/no-export */

import { createKms } from '../createKms';
import { administrate, callVault, unique } from './administrate';
import { configFor, type VaultUnderTest } from './VaultUnderTest';

/** What every Vault must do for `TenantTokens`. */
export function describeTokens(vault: () => VaultUnderTest): void {
  describe("tenants' tokens", () => {
    const portal = () => createKms(configFor(vault()));
    const meta = { cluster: 'contract', namespace: 'orders' };
    const mint = async () => {
      const tenantId = `contract.${unique('tenant')}`;
      await portal().ensureMount(`csi/${tenantId}`, {});
      const minted = await portal().tokens.mint({ tenantId, meta }, {});
      return { ...minted, tenantId };
    };

    it('mints a token for the keys of one tenant', async () => {
      const { token, tenantId, expiresAt } = await mint();
      const tenant = callVault(vault().url, token.reveal());
      const body = { data: { passphrase: 'of a test' } };
      await tenant('POST', `csi/${tenantId}/data/key`, body);
      const key = { mount: `csi/${tenantId}`, name: 'key' };
      expect(await portal().describeKey(key, {})).toMatchObject({
        writtenBy: `the token of tenant ${tenantId}`,
        writtenByTenant: true,
      });
      const other = (await mint()).tenantId;
      await expect(
        tenant('POST', `csi/${other}/data/key`, body),
      ).rejects.toThrow('403');
      const days = (Date.parse(expiresAt) - Date.now()) / 86_400_000;
      expect(Math.round(days)).toBe(30);
    });

    it('shows of a token where it comes from', async () => {
      const { accessor } = await mint();
      const { tokens } = portal();
      const shown = await tokens.lookup(accessor, {});
      expect(shown).toMatchObject({ path: tokens.creationPath, meta });
      expect(Date.parse(shown?.expiresAt ?? '')).toBeGreaterThan(Date.now());
    });

    it('revokes a token, also twice', async () => {
      const { accessor, token } = await mint();
      const { tokens } = portal();
      await tokens.revoke(accessor, {});
      await tokens.revoke(accessor, {});
      expect(await tokens.lookup(accessor, {})).toBeUndefined();
      const tenant = callVault(vault().url, token.reveal());
      await expect(tenant('GET', 'auth/token/lookup-self')).rejects.toThrow(
        '403',
      );
    });

    it('does not become the tenant by minting', async () => {
      const kms = portal();
      const tenantId = `contract.${unique('tenant')}`;
      await kms.tokens.mint({ tenantId, meta }, {});
      expect(await kms.ensureMount(`csi/${tenantId}`, {})).toBe('created');
    });

    it('says when the role is not for the tenant', async () => {
      const admin = administrate(vault());
      const narrow = {
        allowed_policies: 'csi-tenant-token',
        allowed_entity_aliases: 'contract.*',
        orphan: true,
        token_period: '720h',
      };
      await admin('POST', 'auth/token/roles/narrow', narrow);
      const root = { method: 'token' as const, token: vault().rootToken };
      const config = { ...configFor(vault(), root), tokenRole: 'narrow' };
      await expect(
        createKms(config).tokens.mint({ tenantId: 'elsewhere.x', meta }, {}),
      ).rejects.toMatchObject({
        code: 'invalid-input',
        message: expect.stringContaining('allowed_entity_aliases'),
      });
    });

    it('mints from no role whose tokens end', async () => {
      const admin = administrate(vault());
      const role = { allowed_policies: 'csi-tenant-token', orphan: true };
      await admin('POST', 'auth/token/roles/ending', role);
      const root = { method: 'token' as const, token: vault().rootToken };
      const config = { ...configFor(vault(), root), tokenRole: 'ending' };
      await expect(
        createKms(config).tokens.mint({ tenantId: 'contract.x', meta }, {}),
      ).rejects.toMatchObject({ code: 'invalid-input', field: 'tokenRole' });
    });
  });
}
