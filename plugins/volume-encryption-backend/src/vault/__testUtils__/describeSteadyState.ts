// One suite for several servers.
/* eslint-disable jest/no-export */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startRelay } from '../../network/__testUtils__/startRelay';
import type { TestServer } from '../../network/__testUtils__/startServer';
import { temporaryFolder } from '../../network/__testUtils__/temporaryFolder';
import { itemsAt } from '../../network/valueAt';
import { createKms } from '../createKms';
import { administrate, unique } from './administrate';
import { serviceAccountToken } from './serviceAccounts';
import { configFor, type VaultWithCluster } from './VaultUnderTest';

/** What it costs a real Vault that the portal asks it again and again. */
export function describeSteadyState(vault: () => VaultWithCluster): void {
  describe('asking a thousand times', () => {
    const folder = temporaryFolder();
    const tokenFile = join(folder, 'token');
    let relay: TestServer;
    beforeEach(async () => {
      relay = await startRelay(vault());
    });
    afterEach(() => relay.stop());

    const logins = () =>
      relay.requests.filter(({ path }) => path.endsWith('/login'));
    async function countTokens(): Promise<number> {
      const path = 'auth/token/accessors?list=true';
      const answer = await administrate(vault())('GET', path);
      return itemsAt(answer, 'data', 'keys').length;
    }

    it('takes one login by a ServiceAccount, and one token', async () => {
      const namespace = unique('steady');
      writeFileSync(
        tokenFile,
        await serviceAccountToken(vault(), { namespace }),
      );
      const role = { role: 'csi-tenant', mountPath: 'kubernetes', tokenFile };
      const auth = { method: 'kubernetes' as const, ...role };
      const mount = `csi/contract.${namespace}`;
      await createKms(configFor(vault())).ensureMount(mount, {});
      const config = configFor({ ...vault(), url: relay.url }, auth);
      // Who asks last waits for all the others.
      const kms = createKms({ ...config, timeoutMs: 60_000 });
      const ask = () => kms.describeKey({ mount, name: 'key' }, {});
      const put = { data: { any: 'thing' } };
      await administrate(vault())('POST', `${mount}/data/key`, put);
      await ask();
      const before = await countTokens();
      for (let i = 0; i < 500; i++) await ask();
      await Promise.all(Array.from({ length: 500 }, ask));
      expect(relay.requests).toHaveLength(1 + 1 + 1000);
      expect(logins()).toHaveLength(1);
      expect(await countTokens()).toBe(before);
    });
  });
}
