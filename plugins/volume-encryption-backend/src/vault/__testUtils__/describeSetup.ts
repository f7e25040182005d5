// One suite for several servers.
/* eslint-disable jest/no-export */

import { createKms } from '../createKms';
import { administrate, unique } from './administrate';
import { configFor, kmsOfRoot, type VaultUnderTest } from './VaultUnderTest';

/** What every Vault must do for `CustodySetupReader`. */
export function describeSetup(vault: () => VaultUnderTest): void {
  describe("the tenants' set-up", () => {
    const setup = () => createKms(configFor(vault())).setup;
    const rootSetup = () => kmsOfRoot(vault()).setup;
    const role = { mount: 'kubernetes', role: 'csi-tenant' };

    it('is seen as an administrator has written it', async () => {
      const policy = await setup().readPolicy('csi-tenant-sa', {});
      expect(policy).toContain('path "csi/contract.{{identity.entity.aliases.');
      expect(await setup().readAuthRole(role, {})).toMatchObject({
        bound_service_account_names: ['ceph-csi-vault-sa'],
        bound_service_account_namespace_selector:
          '{"matchLabels":{"csi-kms":"enabled"}}',
        token_no_default_policy: true,
        token_policies: ['csi-tenant-sa'],
        token_ttl: 600,
        token_type: 'batch',
      });
      expect(await setup().readTokenRole('csi-tenant', {})).toMatchObject({
        allowed_entity_aliases: ['contract.*'],
        allowed_policies: ['csi-tenant-token'],
        disallowed_policies: ['default'],
        orphan: true,
        renewable: true,
        token_period: 30 * 86_400,
      });
    });

    it('names the auth methods', async () => {
      const accessor = expect.stringMatching(/_[0-9a-f]{8}$/);
      const mounts = await setup().authMounts({});
      expect(mounts).toEqual(
        expect.arrayContaining([
          { path: 'kubernetes', type: 'kubernetes', accessor },
          { path: 'token', type: 'token', accessor },
        ]),
      );
      const [{ accessor: its }] = mounts.filter(it => it.path === 'token');
      const policy = await setup().readPolicy('csi-tenant-token', {});
      expect(policy).toContain(`aliases.${its}.name`);
    });

    it("tells of Kubernetes auth all but the reviewer's token", async () => {
      const config = await setup().readAuthConfig('kubernetes', {});
      expect(config).toMatchObject({
        kubernetes_host: expect.stringMatching(/^https?:/),
      });
      expect(Object.keys(config ?? {})).not.toContain('token_reviewer_jwt');
      expect(JSON.stringify(config)).not.toMatch(/eyJ[\w-]+\./);
    });

    it('is undefined where it is not there', async () => {
      const none = unique('none');
      expect(await rootSetup().readPolicy(none, {})).toBeUndefined();
      expect(await rootSetup().readTokenRole(none, {})).toBeUndefined();
      for (const mount of ['kubernetes', none]) {
        const asked = rootSetup().readAuthRole({ mount, role: none }, {});
        expect(await asked).toBeUndefined();
      }
    });

    it('that the portal may not see is denied, not absent', async () => {
      const denied = { code: 'kms-denied' };
      for (const ask of [
        () => setup().readPolicy('other', {}),
        () => setup().readTokenRole('other', {}),
        () => setup().readAuthRole({ ...role, role: 'other' }, {}),
        () => setup().readAuthConfig('other', {}),
      ]) {
        await expect(ask()).rejects.toMatchObject(denied);
      }
    });

    it('is seen as it is changed by hand', async () => {
      const name = unique('drift');
      const path = `auth/token/roles/${name}`;
      const write = (orphan: boolean) =>
        administrate(vault())('POST', path, { orphan, token_period: '1h' });
      await write(true);
      const read = () => rootSetup().readTokenRole(name, {});
      expect(await read()).toMatchObject({ orphan: true, token_period: 3600 });
      await write(false);
      expect(await read()).toMatchObject({ orphan: false });
    });
  });
}
