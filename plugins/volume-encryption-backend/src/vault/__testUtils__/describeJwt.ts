// One suite for several servers.
/* eslint-disable jest/no-export */

import { generateKeyPairSync, sign } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../network/__testUtils__/temporaryFolder';
import { createKms } from '../createKms';
import { administrate, unique } from './administrate';
import { configFor, type VaultUnderTest } from './VaultUnderTest';

const RSA = { modulusLength: 2048 };

/** What every real Vault must do for a portal that logs in by a JWT. */
export function describeJwt(vault: () => VaultUnderTest): void {
  describe('logging in by JWT', () => {
    const mountPath = unique('jwt');
    const { publicKey, privateKey } = generateKeyPairSync('rsa', RSA);
    const foreign = generateKeyPairSync('rsa', RSA).privateKey;
    const tokenFile = join(temporaryFolder(), 'token');
    beforeAll(async () => {
      const admin = administrate(vault());
      await admin('POST', `sys/auth/${mountPath}`, { type: 'jwt' });
      await admin('POST', `auth/${mountPath}/config`, {
        jwt_validation_pubkeys: [
          `${publicKey.export({ type: 'spki', format: 'pem' })}`,
        ],
        bound_issuer: 'https://issuer.test',
      });
      await admin('POST', `auth/${mountPath}/role/portal`, {
        role_type: 'jwt',
        user_claim: 'sub',
        bound_audiences: ['vault'],
        bound_subject: 'portal',
        token_policies: ['volume-encryption-portal'],
        token_no_default_policy: true,
      });
    });

    const part = (value: object) =>
      Buffer.from(JSON.stringify(value)).toString('base64url');
    function jwtWith(claims: object, key = privateKey): string {
      const iat = Math.floor(Date.now() / 1000);
      const usual = { iss: 'https://issuer.test', aud: 'vault', sub: 'portal' };
      const payload = { ...usual, iat, exp: iat + 600, ...claims };
      const text = `${part({ alg: 'RS256', typ: 'JWT' })}.${part(payload)}`;
      const signature = sign('RSA-SHA256', Buffer.from(text), key);
      return `${text}.${signature.toString('base64url')}`;
    }
    const ask = (role = 'portal') => {
      const method = 'jwt' as const;
      const auth = { method, role, mountPath, tokenFile };
      const kms = createKms(configFor(vault(), auth));
      return kms.readMount('csi/contract.none', {});
    };

    it('lets the portal ask', async () => {
      writeFileSync(tokenFile, `${jwtWith({})}\n`);
      expect(await ask()).toBeUndefined();
    });

    it.each([
      ['has ended', jwtWith({ iat: 1, exp: 2 })],
      ['is for somebody else', jwtWith({ aud: 'other' })],
      ['is of somebody else', jwtWith({ sub: 'other' })],
      ['is of another issuer', jwtWith({ iss: 'https://other.test' })],
      ['is signed with another key', jwtWith({}, foreign)],
      ['is none', 'canary.of.nobody'],
    ])('lets nobody in with a JWT that %s', async (_, jwt) => {
      writeFileSync(tokenFile, jwt);
      await expect(ask()).rejects.toMatchObject({
        code: 'kms-denied',
        field: 'auth',
        message: expect.not.stringContaining(jwt),
      });
    });

    it('lets nobody in by a role that is not there', async () => {
      writeFileSync(tokenFile, jwtWith({}));
      await expect(ask('none')).rejects.toMatchObject({
        code: 'kms-denied',
        message: expect.stringContaining(`auth/${mountPath}: check the role`),
      });
    });
  });
}
