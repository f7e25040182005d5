// One suite for several servers.
/* eslint-disable jest/no-export */

import { textAt } from '../../network/valueAt';
import { OwnToken } from '../OwnToken';
import { administrate, callVault } from './administrate';
import { configFor, type VaultUnderTest } from './VaultUnderTest';

const HOUR = 3600;

/** What every real Vault must do with the token that the portal was given. */
export function describeOwnToken(vault: () => VaultUnderTest): void {
  describe("the portal's own token", () => {
    let told: string[];
    beforeEach(() => {
      told = [];
    });
    async function issue(request: object) {
      const answer = await administrate(vault())('POST', 'auth/token/create', {
        policies: ['volume-encryption-portal'],
        no_default_policy: true,
        ...request,
      });
      const token = textAt(answer, 'auth', 'client_token') ?? '';
      const config = configFor(vault(), { method: 'token', token });
      const tell = (text: string) => told.push(text);
      const own = new OwnToken(config, { info: tell, warn: tell });
      const left = async () => {
        const path = 'auth/token/lookup-self';
        const answer2 = await callVault(vault().url, token)('GET', path);
        return Number(Object(answer2).data.ttl);
      };
      const shorten = (increment: string) =>
        callVault(vault().url, token)('POST', 'auth/token/renew-self', {
          increment,
        });
      return { own, left, shorten, token };
    }

    it('is renewed in its last third, and left alone before', async () => {
      const { own, left, shorten } = await issue({ ttl: '1h' });
      await shorten('30m');
      await own.look();
      expect(await left()).toBeLessThanOrEqual(HOUR / 2);
      await shorten('1m');
      await own.look();
      expect(await left()).toBeGreaterThan(HOUR / 2);
      expect(told).toEqual([expect.stringContaining('was renewed')]);
    });

    it('that cannot be renewed beyond its end is told', async () => {
      const { own, token } = await issue({ ttl: '2h', renewable: false });
      await own.look();
      expect(told).toEqual([
        expect.stringMatching(/is not renewable and ends/),
      ]);
      expect(told.join()).not.toContain(token);
    });

    it('that was revoked is told', async () => {
      const { own, token } = await issue({ ttl: '1h' });
      await administrate(vault())('POST', 'auth/token/revoke', { token });
      await own.look();
      expect(told).toEqual([expect.stringMatching(/ended or was revoked/)]);
    });

    it('that is periodic has its period again', async () => {
      const { own, left } = await issue({ period: '1h' });
      await own.look();
      expect(await left()).toBeGreaterThan(HOUR - 60);
      expect(told).toEqual([]);
    });
  });
}
