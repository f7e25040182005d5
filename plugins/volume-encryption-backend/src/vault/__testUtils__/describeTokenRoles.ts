// One suite for several servers.
/* eslint-disable jest/no-export */

import { administrate, unique } from './administrate';
import { kmsOfRoot, type VaultUnderTest } from './VaultUnderTest';

const DAY_MS = 86_400_000;
const usual = {
  allowed_policies: 'csi-tenant-token',
  allowed_entity_aliases: 'contract.*',
  orphan: true,
  token_period: '720h',
};

/** What every Vault must do where a token role is not as the portal needs it. */
export function describeTokenRoles(vault: () => VaultUnderTest): void {
  describe('token roles', () => {
    const tenant = { tenantId: 'contract.orders', meta: {} };
    async function tokensOf(
      change: Partial<Record<keyof typeof usual, string | boolean>>,
    ) {
      const name = unique('role');
      const role = { ...usual, ...change };
      await administrate(vault())('POST', `auth/token/roles/${name}`, role);
      return kmsOfRoot(vault(), name).tokens;
    }

    it('that are as they should be give no warning', async () => {
      const tokens = await tokensOf({});
      expect(await tokens.mint(tenant, {})).toMatchObject({ warnings: [] });
    });

    it('whose period is longer than Vault allows give one', async () => {
      const tokens = await tokensOf({ token_period: '1000h' });
      const { warnings, expiresAt } = await tokens.mint(tenant, {});
      expect(warnings).toEqual([
        'period of "1000h" exceeded the effective max_ttl of "768h"; period value is capped accordingly',
      ]);
      const days = (Date.parse(expiresAt) - Date.now()) / DAY_MS;
      expect(Math.round(days)).toBe(32);
    });

    it('that name a policy which is not there give one', async () => {
      const allowed_policies = 'csi-tenant-token,to-be-squatted';
      const tokens = await tokensOf({ allowed_policies });
      expect((await tokens.mint(tenant, {})).warnings).toEqual([
        'Policy "to-be-squatted" does not exist',
      ]);
    });

    it('that are for other tenants are told apart', async () => {
      const tokens = await tokensOf({});
      const foreign = { tenantId: 'elsewhere.orders', meta: {} };
      await expect(tokens.mint(foreign, {})).rejects.toMatchObject({
        code: 'invalid-input',
        message: expect.stringContaining('allowed_entity_aliases'),
      });
    });

    it.each([[{ token_period: '0' }], [{ orphan: false }]])(
      'with %j are not minted from',
      async change => {
        const tokens = await tokensOf(change);
        await expect(tokens.mint(tenant, {})).rejects.toMatchObject({
          code: 'invalid-input',
          field: 'tokenRole',
        });
      },
    );

    it('that are not there are not minted from', async () => {
      const { tokens } = kmsOfRoot(vault(), unique('none'));
      await expect(tokens.mint(tenant, {})).rejects.toMatchObject({
        code: 'not-found',
      });
    });
  });
}
