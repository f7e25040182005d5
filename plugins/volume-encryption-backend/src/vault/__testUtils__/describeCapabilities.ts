// One suite for several servers.
/* eslint-disable jest/no-export */

import { createKms } from '../createKms';
import { unique } from './administrate';
import { configFor, type VaultUnderTest } from './VaultUnderTest';

const KEY_RIGHTS = ['create', 'delete', 'read', 'update'];

/** What every Vault must do for `Capabilities`. */
export function describeCapabilities(vault: () => VaultUnderTest): void {
  describe('capabilities', () => {
    const portal = () => createKms(configFor(vault()));

    it("of the portal's own token are told by path, however many", async () => {
      const paths = Array.from({ length: 450 }, (_, i) => `csi/contract.t${i}`);
      const all = paths.flatMap(it => [`${it}/data/key`, `${it}/metadata/key`]);
      const told = await portal().capabilities.own(all, {});
      expect(told.size).toBe(900);
      for (const path of paths) {
        expect(told.get(`${path}/data/key`)).toEqual(['deny']);
        expect(told.get(`${path}/metadata/key`)).toEqual(['list', 'read']);
      }
    });

    it('of no path are none, and cost no call', async () => {
      const nowhere = { ...configFor(vault()), address: 'http://127.0.0.1:1' };
      const { capabilities } = createKms(nowhere);
      expect((await capabilities.own([], {})).size).toBe(0);
    });

    it.each([
      ['plain', {}],
      ['with a policy in it', { a: '"} path "*" { capabilities = ["read"] }' }],
      ['with a template in it', { '{{identity.entity.id}}': '+/*' }],
    ])('of a tenant are his own keys only, meta %s', async (_, meta) => {
      const { tokens, capabilities } = portal();
      const [own, other] = [unique('own'), unique('other')];
      const request = { tenantId: `contract.${own}`, meta };
      const { accessor } = await tokens.mint(request, {});
      const denied = [
        ...['data', 'metadata'].map(it => `csi/contract.${other}/${it}/key`),
        ...[`csi/dev.${own}/data/key`, `csi/contract.${own}x/data/key`],
        ...[`csi/contract.${own}/`, 'sys/mounts', 'auth/token/create'],
        ...['secret/data/key', 'sys/policies/acl/csi-tenant-token'],
      ];
      const told = await capabilities.ofAccessor(
        accessor,
        [
          `csi/contract.${own}/data/key`,
          `csi/contract.${own}/metadata/key`,
          ...denied,
        ],
        {},
      );
      expect(Object.fromEntries(told ?? [])).toEqual({
        [`csi/contract.${own}/data/key`]: KEY_RIGHTS,
        [`csi/contract.${own}/metadata/key`]: ['delete', 'read'],
        ...Object.fromEntries(denied.map(it => [it, ['deny']])),
      });
      expect((await tokens.lookup(accessor, {}))?.meta).toEqual(meta);
    });

    it('of nobody are unknown', async () => {
      const { capabilities } = portal();
      const asked = capabilities.ofAccessor('of-nobody', ['sys/mounts'], {});
      expect(await asked).toBeUndefined();
      await expect(
        capabilities.ofAccessor('', ['sys/mounts'], {}),
      ).rejects.toMatchObject({ code: 'invalid-input' });
    });

    it('are not told to a token without the right to ask', async () => {
      const method = 'token' as const;
      const token = (
        await portal().tokens.mint(
          { tenantId: `contract.${unique('asker')}`, meta: {} },
          {},
        )
      ).token.reveal();
      const tenant = createKms(configFor(vault(), { method, token }));
      await expect(
        tenant.capabilities.own(['sys/mounts'], {}),
      ).rejects.toMatchObject({ code: 'kms-denied' });
    });
  });
}
