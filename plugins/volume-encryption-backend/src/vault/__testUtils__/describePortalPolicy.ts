// One suite for several servers.
/* eslint-disable jest/no-export */

import { textAt, valueAt } from '../../network/valueAt';
import { createKms } from '../createKms';
import { administrate, askVault, unique } from './administrate';
import { configFor, type VaultUnderTest } from './VaultUnderTest';

const MOUNT = 'csi/contract.any';

/** All that the portal may do; what is not here it may not. */
const CAPABILITIES: Record<string, string[]> = {
  'auth/token/lookup-self': ['read'],
  'auth/token/renew-self': ['update'],
  'auth/token/revoke-self': ['update'],
  'sys/capabilities-self': ['update'],
  'sys/ha-status': ['read'],
  'sys/storage/raft/configuration': ['read'],
  'sys/storage/raft/autopilot/state': ['read'],
  'sys/mounts': ['read'],
  [`sys/mounts/${MOUNT}`]: ['create', 'read', 'update'],
  [`${MOUNT}/metadata/`]: ['list'],
  [`${MOUNT}/metadata/key`]: ['list', 'read'],
  [`${MOUNT}/config`]: ['read'],
  'sys/auth': ['read'],
  'sys/policies/acl/csi-tenant-sa': ['read'],
  'sys/policies/acl/csi-tenant-token': ['read'],
  'auth/token/roles/csi-tenant': ['read'],
  'auth/kubernetes/role/csi-tenant': ['read'],
  'auth/kubernetes/config': ['read'],
  'auth/token/create/csi-tenant': ['create', 'update'],
  'auth/token/lookup-accessor': ['update'],
  'sys/capabilities-accessor': ['update'],
  'auth/token/renew-accessor': ['update'],
  'auth/token/revoke-accessor': ['update'],
};

/** Ways to the keys, and to more rights. */
const DENIED = [
  ...['data', 'subkeys', 'delete', 'undelete', 'destroy'].map(
    it => `${MOUNT}/${it}/key`,
  ),
  ...['sys/remount', `sys/mounts/${MOUNT}/tune`, 'sys/mounts/other'],
  ...['sys/policies/acl/volume-encryption-portal', 'sys/policies/acl/new'],
  ...['auth/token/create', 'auth/token/create-orphan', 'sys/auth/new'],
  ...['auth/token/create/other', 'auth/token/roles/new', 'identity/entity'],
  ...['auth/other/config', 'auth/kubernetes/role/new', 'sys/audit/new'],
  ...['sys/raw/core', 'sys/storage/raft/snapshot', 'secret/data/key'],
];

/** What the portal's policy allows on every Vault, and not one path more. */
export function describePortalPolicy(vault: () => VaultUnderTest): void {
  describe("the portal's rights", () => {
    const ask = (...call: Parameters<ReturnType<typeof askVault>>) =>
      askVault(vault(), vault().portalToken)(...call);

    it('are these, by its own question', async () => {
      const denied = DENIED.map(path => [path, ['deny']]);
      const expected = { ...CAPABILITIES, ...Object.fromEntries(denied) };
      const paths = Object.keys(expected);
      const answer = await ask('POST', 'sys/capabilities-self', { paths });
      expect(valueAt(answer.body, 'data')).toEqual(expected);
    });

    it('are all that its policy speaks of', async () => {
      const path = 'sys/policies/acl/volume-encryption-portal';
      const shown = await administrate(vault())('GET', path);
      const policy = textAt(shown, 'data', 'policy') ?? '';
      const paths = [...policy.matchAll(/^path "(.*)" \{$/gm)].map(([, it]) =>
        it.replace('csi/+', MOUNT).replace('*', 'key'),
      );
      expect(paths.filter(it => !DENIED.includes(it)).sort()).toEqual(
        Object.keys(CAPABILITIES).sort(),
      );
    });

    it('reach the key of no tenant', async () => {
      const data = { passphrase: 'canary-of-a-key' };
      const tenants = ['one', 'two', 'three'].map(it => unique(it));
      for (const tenant of tenants) {
        const mount = `csi/contract.${tenant}`;
        const { ensureMount, capabilities } = createKms(configFor(vault()));
        await ensureMount(mount, {});
        await administrate(vault())('POST', `${mount}/data/key`, { data });
        for (const kind of ['data', 'subkeys']) {
          const path = `${mount}/${kind}/key`;
          expect((await ask('GET', path)).status).toBe(403);
          const told = await capabilities.own([path], {});
          expect(told.get(path)).toEqual(['deny']);
        }
        const { body } = await ask('GET', `${mount}/metadata/key`);
        expect(JSON.stringify(body)).not.toContain('canary');
      }
    });

    it.each([
      ['GET', `${MOUNT}/data/key`],
      ['POST', `${MOUNT}/data/key`],
      ['DELETE', `${MOUNT}/data/key`],
      ['DELETE', `${MOUNT}/metadata/key`],
      ['DELETE', `sys/mounts/${MOUNT}`],
      ['POST', `sys/mounts/${MOUNT}/tune`],
      ['POST', 'sys/policies/acl/csi-tenant-sa'],
      ['POST', 'auth/token/roles/csi-tenant'],
      ['POST', 'auth/token/create'],
      ['POST', 'auth/kubernetes/config'],
    ])('are not %s %s', async (method, path) => {
      const body = method === 'POST' ? { data: { any: 'thing' } } : undefined;
      expect((await ask(method, path, body)).status).toBe(403);
    });

    it.each([
      { type: 'transit' },
      { type: 'kv', config: { max_lease_ttl: '1h' } },
    ])('do not include a mount like %j', async body => {
      const answer = await ask('POST', `sys/mounts/${MOUNT}-other`, body);
      expect(answer.status).toBe(403);
    });
  });
}
