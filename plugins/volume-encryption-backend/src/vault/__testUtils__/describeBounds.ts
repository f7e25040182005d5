// One suite for several servers.
/* eslint-disable jest/no-export */

import { createKms } from '../createKms';
import { administrate, askVault, unique } from './administrate';
import { serviceAccountToken } from './serviceAccounts';
import {
  configFor,
  kmsOfRoot,
  type VaultUnderTest,
  type VaultWithCluster,
} from './VaultUnderTest';

/** From where, by whom and for whom credentials of tenants can be used. */
export function describeBounds(vault: () => VaultWithCluster): void {
  describeAddresses(vault);
  describeRoles(vault);
}

function describeAddresses(vault: () => VaultUnderTest): void {
  describe("addresses that tenants' tokens are bound to", () => {
    async function minted(token_bound_cidrs: string[]) {
      const name = unique('bound');
      await administrate(vault())('POST', `auth/token/roles/${name}`, {
        allowed_policies: 'csi-tenant-token',
        allowed_entity_aliases: 'contract.*',
        orphan: true,
        token_period: '1h',
        token_bound_cidrs,
      });
      const { tokens, setup } = kmsOfRoot(vault(), name);
      const tenantId = `contract.${unique('tenant')}`;
      await createKms(configFor(vault())).ensureMount(`csi/${tenantId}`, {});
      const { token, accessor } = await tokens.mint({ tenantId, meta: {} }, {});
      const body = { data: { passphrase: 'of a test' } };
      const ask = askVault(vault(), token.reveal());
      const { status } = await ask('POST', `csi/${tenantId}/data/key`, body);
      const shown = await tokens.lookup(accessor, {});
      const role = await setup.readTokenRole(name, {});
      return { status, shown, role };
    }

    it('keep it useless elsewhere', async () => {
      const { status, shown, role } = await minted(['10.0.0.0/8']);
      expect(status).toBe(403);
      expect(shown?.boundCidrs).toEqual(['10.0.0.0/8']);
      expect(role).toMatchObject({ token_bound_cidrs: ['10.0.0.0/8'] });
    });

    it('let it be used there', async () => {
      const { status, shown } = await minted(['127.0.0.0/8']);
      expect(status).toBe(200);
      expect(shown?.boundCidrs).toEqual(['127.0.0.0/8']);
    });

    it('of one are shown as the address', async () => {
      const { shown } = await minted(['10.1.2.3/32', '::1/128']);
      expect(shown?.boundCidrs).toEqual(['10.1.2.3', '::1']);
    });
  });
}

function describeRoles(vault: () => VaultWithCluster): void {
  describe('roles of tenants', () => {
    const logIn = async (role: string, jwt: string) => {
      const body = { role, jwt };
      return askVault(vault())('POST', 'auth/kubernetes/login', body);
    };
    async function roleFor(change: Record<string, unknown>): Promise<string> {
      const name = unique('role');
      await administrate(vault())('POST', `auth/kubernetes/role/${name}`, {
        bound_service_account_names: ['ceph-csi-vault-sa'],
        token_policies: ['csi-tenant-sa'],
        ...change,
      });
      return name;
    }

    it('let no other namespace in', async () => {
      const [home, other] = [unique('home'), unique('other')];
      const role = await roleFor({ bound_service_account_namespaces: [other] });
      const jwt = await serviceAccountToken(vault(), { namespace: home });
      expect(await logIn(role, jwt)).toEqual({
        status: 403,
        body: { errors: ['namespace not authorized'] },
      });
      const its = await serviceAccountToken(vault(), { namespace: other });
      expect((await logIn(role, its)).status).toBe(200);
    });

    /** Statuses of logins with a token as Ceph CSI asks for, and a foreign one. */
    async function audienceTest(role: string, namespace: string) {
      const audiences = ['https://elsewhere.test'];
      const account = { namespace };
      const plain = await serviceAccountToken(vault(), account);
      const its = { ...account, audiences };
      const foreign = await serviceAccountToken(vault(), its);
      return [
        (await logIn(role, plain)).status,
        (await logIn(role, foreign)).status,
      ];
    }

    it('without an audience let tokens in that are for somebody else', async () => {
      const namespace = unique('home');
      expect(await audienceTest('csi-tenant', namespace)).toEqual([200, 200]);
    });

    it("with the API server's audience let in what Ceph CSI brings, and no more", async () => {
      const namespace = unique('home');
      const token = await serviceAccountToken(vault(), { namespace });
      const payload = Buffer.from(token.split('.')[1], 'base64url');
      const [audience] = JSON.parse(`${payload}`).aud;
      const bound_service_account_namespaces = [namespace];
      const bounds = { bound_service_account_namespaces, audience };
      const role = await roleFor(bounds);
      expect(await audienceTest(role, namespace)).toEqual([200, 403]);
    });

    it('with another audience do not let Ceph CSI in, which names none', async () => {
      const namespace = unique('home');
      const role = await roleFor({
        bound_service_account_namespaces: [namespace],
        audience: 'vault',
      });
      expect(await audienceTest(role, namespace)).toEqual([403, 403]);
    });
  });
}
