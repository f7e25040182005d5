// One suite for several servers.
/* eslint-disable jest/no-export */

import { textAt } from '../../network/valueAt';
import { createKms } from '../createKms';
import { askVault, unique } from './administrate';
import { configFor, type VaultUnderTest } from './VaultUnderTest';

const NOT_VALID = 'wrapping token is not valid or does not exist';

/** What every real Vault must do to hand over a token that the portal never sees. */
export function describeWrapping(vault: () => VaultUnderTest): void {
  describe('wrapping', () => {
    const meta = { cluster: 'contract', namespace: 'orders' };
    const unwrap = (token: string) =>
      askVault(vault(), token)('POST', 'sys/wrapping/unwrap');
    async function mintWrapped() {
      const headers = { 'x-vault-wrap-ttl': '60s' };
      const portal = askVault(vault(), vault().portalToken, headers);
      const body = { entity_alias: `contract.${unique('wrapped')}`, meta };
      const path = 'auth/token/create/csi-tenant';
      return (await portal('POST', path, body)).body;
    }

    it('shows the accessor of a token, and not the token', async () => {
      const wrapped = await mintWrapped();
      expect(wrapped).toMatchObject({
        auth: null,
        wrap_info: { ttl: 60, creation_path: 'auth/token/create/csi-tenant' },
      });
      const accessor = textAt(wrapped, 'wrap_info', 'wrapped_accessor') ?? '';
      const { tokens } = createKms(configFor(vault()));
      expect(await tokens.lookup(accessor, {})).toMatchObject({ meta });
    });

    it('gives the token once', async () => {
      const wrapped = await mintWrapped();
      const token = textAt(wrapped, 'wrap_info', 'token') ?? '';
      const accessor = textAt(wrapped, 'wrap_info', 'wrapped_accessor');
      expect(await unwrap(token)).toMatchObject({
        status: 200,
        body: { auth: { accessor, policies: ['csi-tenant-token'] } },
      });
      expect(await unwrap(token)).toEqual({
        status: 400,
        body: { errors: [NOT_VALID] },
      });
    });
  });
}
