// One suite for several servers.
/* eslint-disable jest/no-export */

import { textAt, valueAt } from '../../network/valueAt';
import { administrate, unique } from './administrate';
import type { VaultUnderTest } from './VaultUnderTest';

const RULES = [
  'a/* read',
  'a/b/* deny',
  'a/+/c list',
  'a/b/d update',
  'e/ list',
];

/** By which rule every Vault judges where several fit. */
export function describePolicies(vault: () => VaultUnderTest): void {
  describe('policies', () => {
    let ask: (paths: string[]) => Promise<unknown>;
    beforeAll(async () => {
      const admin = administrate(vault());
      const name = unique('rules');
      const policy = RULES.map(rule => rule.split(' '))
        .map(([path, can]) => `path "${path}" { capabilities = ["${can}"] }`)
        .join(' # why\n');
      await admin('PUT', `sys/policies/acl/${name}`, { policy });
      await admin('POST', `auth/token/roles/${name}`, {
        allowed_policies: name,
        token_no_default_policy: true,
      });
      const made = await admin('POST', `auth/token/create/${name}`, {});
      const accessor = textAt(made, 'auth', 'accessor') ?? '';
      const path = 'sys/capabilities-accessor';
      ask = async paths =>
        valueAt(await admin('POST', path, { accessor, paths }), 'data');
    });

    it('decide by the most specific path', async () => {
      const expected = {
        'a/x': ['read'],
        'a/b/x': ['deny'],
        'a/x/c': ['list'],
        'a/b/c': ['deny'],
        'a/b/d': ['update'],
        'a/b/d/e': ['deny'],
        'e/': ['list'],
        'e/x': ['deny'],
        b: ['deny'],
      };
      expect(await ask(Object.keys(expected))).toEqual(expected);
    });

    it('are refused with what they cannot say', async () => {
      const policy = 'path "a" { capabilities = ["own"] }';
      const path = `sys/policies/acl/${unique('broken')}`;
      await expect(
        administrate(vault())('PUT', path, { policy }),
      ).rejects.toThrow('failed to parse policy: path');
    });
  });
}
