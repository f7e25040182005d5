// One suite for several servers.
/* eslint-disable jest/no-export */

import { createKms } from '../createKms';
import { administrate, askVault, unique } from './administrate';
import { configFor, type VaultUnderTest } from './VaultUnderTest';

/** What every real Vault must do where an administrator has limited the rate. */
export function describeRateLimit(vault: () => VaultUnderTest): void {
  describe('a rate limit', () => {
    const mount = `csi/contract.${unique('limited')}`;
    const quota = `sys/quotas/rate-limit/${unique('quota')}`;
    const admin = (...call: Parameters<ReturnType<typeof administrate>>) =>
      administrate(vault())(...call);
    const kms = (timeoutMs = 10_000) =>
      createKms({ ...configFor(vault()), timeoutMs });
    const limit = (rate: number, interval: string) =>
      admin('POST', quota, { path: `${mount}/`, rate, interval });
    const showHeaders = (enable_rate_limit_response_headers: boolean) =>
      admin('POST', 'sys/quotas/config', {
        enable_rate_limit_response_headers,
      });
    beforeAll(() => kms().ensureMount(mount, {}));
    afterEach(async () => {
      await admin('DELETE', quota);
      await showHeaders(false);
    });

    it.each([false, true])(
      'puts calls off and loses none, with headers: %s',
      async headers => {
        await showHeaders(headers);
        await limit(5, '1s');
        const { describeKey } = kms();
        const calls = Array.from({ length: 15 }, (_, i) =>
          describeKey({ mount, name: `key-${i}` }, {}),
        );
        const absent = calls.map(() => ({ presence: 'absent' }));
        expect(await Promise.all(calls)).toEqual(absent);
      },
    );

    it('that lets nothing through is named, by the deadline', async () => {
      await limit(1, '1h');
      const ask = askVault(vault(), vault().rootToken);
      const path = `${mount}/metadata/key`;
      await ask('GET', path);
      const answer = await ask('GET', path);
      expect(answer).toEqual({
        status: 429,
        body: {
          errors: [`request path "${path}": rate limit quota exceeded`],
        },
      });
      await expect(
        kms(1_000).describeKey({ mount, name: 'key' }, {}),
      ).rejects.toMatchObject({
        code: 'kms-unreachable',
        message: expect.stringContaining('its rate limit is used up'),
      });
      expect(await kms().state({})).toBe('active');
    });
  });
}
