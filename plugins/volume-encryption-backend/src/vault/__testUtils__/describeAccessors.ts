// One suite for several servers.
/* eslint-disable jest/no-export */

import { createKms } from '../createKms';
import { askVault, unique } from './administrate';
import { configFor, type VaultUnderTest } from './VaultUnderTest';

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
