// One suite for several servers.
/* eslint-disable jest/no-export */

import type { TenantTokens } from 'backstage-plugin-volume-encryption-node';
import { createKms } from '../createKms';
import { administrate, askVault, unique } from './administrate';
import { configFor, kmsOfRoot, type VaultUnderTest } from './VaultUnderTest';

const DAY_MS = 86_400_000;

const INVALID = '1 error occurred:\n\t* invalid accessor\n\n';
const MISSING = '1 error occurred:\n\t* missing accessor\n\n';

/** What every Vault must do with tokens that are known by their accessors. */
export function describeAccessors(vault: () => VaultUnderTest): void {
  describe('accessors', () => {
    const tokens = () => createKms(configFor(vault())).tokens;
    const meta = { cluster: 'contract', namespace: 'orders' };
    const mint = () =>
      tokens().mint({ tenantId: `contract.${unique('tenant')}`, meta }, {});
    const ask = (act: string, accessor: string) =>
      askVault(vault(), vault().portalToken)('POST', `auth/token/${act}`, {
        accessor,
      });

    it('show of a token where it comes from, and not the token', async () => {
      const { accessor, token } = await mint();
      const shown = await tokens().lookup(accessor, {});
      expect(shown).toMatchObject({ path: tokens().creationPath, meta });
      expect(Date.parse(shown?.expiresAt ?? '')).toBeGreaterThan(Date.now());
      expect(shown).toMatchObject({
        policies: ['csi-tenant-token'],
        entityId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        orphan: true,
        renewable: true,
        boundCidrs: [],
        issuedAt: expect.stringMatching(/^20.*T.*\.\d{3}Z$/),
      });
      const age = Date.now() - Date.parse(shown?.issuedAt ?? '');
      expect(Math.abs(age)).toBeLessThan(60_000);
      const { body } = await ask('lookup-accessor', accessor);
      expect(body).toMatchObject({
        data: {
          id: '',
          role: 'csi-tenant',
          orphan: true,
          type: 'service',
          policies: ['csi-tenant-token'],
        },
      });
      expect(JSON.stringify(body)).not.toContain(token.reveal());
    });

    it('prolong a token by its period', async () => {
      const { accessor } = await mint();
      const renewed = prolonged(await tokens().renew(accessor, {}));
      expect(renewed.warnings).toEqual([]);
      const days = (Date.parse(renewed.expiresAt) - Date.now()) / DAY_MS;
      expect(Math.round(days)).toBe(30);
      expect(await tokens().renew('of-nobody', {})).toBeUndefined();
    });

    it('prolong by what the role says now, as far as Vault allows', async () => {
      const name = unique('role');
      const admin = administrate(vault());
      const write = (token_period: string) =>
        admin('POST', `auth/token/roles/${name}`, {
          allowed_policies: 'csi-tenant-token',
          allowed_entity_aliases: 'contract.*',
          orphan: true,
          token_period,
        });
      await write('1h');
      const ofRole = kmsOfRoot(vault(), name).tokens;
      const { accessor, expiresAt } = await ofRole.mint(
        { tenantId: `contract.${unique('tenant')}`, meta },
        {},
      );
      await write('48h');
      const renewed = prolonged(await ofRole.renew(accessor, {}));
      const more = Date.parse(renewed.expiresAt) - Date.parse(expiresAt);
      expect(Math.round(more / DAY_MS)).toBe(2);
      await write('1000h');
      const longest = prolonged(await ofRole.renew(accessor, {}));
      const days = (Date.parse(longest.expiresAt) - Date.now()) / DAY_MS;
      expect(Math.round(days)).toBe(32);
    });

    it('revoke a token, also twice', async () => {
      const { accessor, token } = await mint();
      await tokens().revoke(accessor, {});
      await tokens().revoke(accessor, {});
      expect(await tokens().lookup(accessor, {})).toBeUndefined();
      const tenant = askVault(vault(), token.reveal());
      const answer = await tenant('GET', 'auth/token/lookup-self');
      expect(answer.status).toBe(403);
    });

    it('that nobody has are unknown, and revoked', async () => {
      expect(await tokens().lookup('of-nobody', {})).toBeUndefined();
      await expect(tokens().revoke('of-nobody', {})).resolves.toBeUndefined();
      expect(await ask('revoke-accessor', 'of-nobody')).toMatchObject({
        status: 200,
        body: { warnings: ['No token found with this accessor'] },
      });
    });

    it.each([
      ['lookup-accessor', 'of-nobody', INVALID],
      ['renew-accessor', 'of-nobody', INVALID],
      ['lookup-accessor', '', MISSING],
      ['revoke-accessor', '', MISSING],
    ])('are refused by %s for %j', async (act, accessor, text) => {
      expect(await ask(act, accessor)).toEqual({
        status: 400,
        body: { errors: [text] },
      });
    });

    it('of nothing revoke nothing', async () => {
      await expect(tokens().revoke('', {})).rejects.toMatchObject({
        code: 'invalid-input',
      });
    });
  });
}

function prolonged(renewed: Awaited<ReturnType<TenantTokens['renew']>>) {
  if (renewed && renewed !== 'not-renewable') return renewed;
  throw new Error('Vault did not prolong the token.');
}
