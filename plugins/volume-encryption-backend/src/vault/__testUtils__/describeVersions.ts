// One suite for several servers.
/* eslint-disable jest/no-export */

import { textAt } from '../../network/valueAt';
import { createKms } from '../createKms';
import { administrate, askVault, unique } from './administrate';
import { configFor, type VaultUnderTest } from './VaultUnderTest';

const WRONG_VERSION =
  /^Invalid path for a versioned K\/V secrets engine\. See the API docs/;

/** What every real Vault must do for keys that somebody has worked on by hand. */
export function describeVersions(vault: () => VaultUnderTest): void {
  describe('keys worked on by hand', () => {
    const mount = `csi/contract.${unique('versions')}`;
    const admin = (...call: Parameters<ReturnType<typeof administrate>>) =>
      administrate(vault())(...call);
    const data = { passphrase: 'of a test' };
    const describeKey = (name: string) =>
      createKms(configFor(vault())).describeKey({ mount, name }, {});
    beforeAll(() => createKms(configFor(vault())).ensureMount(mount, {}));

    it('are there again when they are undeleted', async () => {
      await admin('POST', `${mount}/data/undeleted`, { data });
      await admin('DELETE', `${mount}/data/undeleted`);
      expect((await describeKey('undeleted')).presence).toBe('soft-deleted');
      const body = { versions: [1] };
      await admin('POST', `${mount}/undelete/undeleted`, body);
      expect((await describeKey('undeleted')).presence).toBe('present');
    });

    it('stay destroyed', async () => {
      const body = { versions: [1] };
      await admin('POST', `${mount}/data/destroyed`, { data });
      await admin('POST', `${mount}/destroy/destroyed`, body);
      await admin('POST', `${mount}/undelete/destroyed`, body);
      expect((await describeKey('destroyed')).presence).toBe('destroyed');
    });

    it('are absent where there is metadata and no version', async () => {
      const custom_metadata = { owner: 'team-a' };
      await admin('POST', `${mount}/metadata/noted`, { custom_metadata });
      expect(await describeKey('noted')).toEqual({ presence: 'absent' });
    });

    it('are the same with a note of somebody', async () => {
      await admin('POST', `${mount}/data/labelled`, { data });
      const before = await describeKey('labelled');
      const custom_metadata = { owner: 'canary' };
      await admin('POST', `${mount}/metadata/labelled`, { custom_metadata });
      expect(await describeKey('labelled')).toEqual(before);
    });

    it('are there until the time at which they will be deleted', async () => {
      const body = { delete_version_after: '1h' };
      await admin('POST', `${mount}/metadata/ending`, body);
      await admin('POST', `${mount}/data/ending`, { data });
      expect((await describeKey('ending')).presence).toBe('present');
    });

    it('lose the end that is still to come when they are undeleted', async () => {
      const path = `${mount}/metadata/spared`;
      const endOf = async () =>
        textAt(
          await admin('GET', path),
          'data',
          'versions',
          '1',
          'deletion_time',
        );
      await admin('POST', path, { delete_version_after: '1h' });
      await admin('POST', `${mount}/data/spared`, { data });
      await admin('POST', path, { delete_version_after: '0s' });
      expect(Date.parse((await endOf()) ?? '')).toBeGreaterThan(Date.now());
      await admin('POST', `${mount}/undelete/spared`, { versions: [1] });
      expect(await endOf()).toBe('');
    });

    it.each(['GET', 'POST'])(
      'are not at paths of version 1: %s',
      async method => {
        const ask = askVault(vault(), vault().rootToken);
        const body = method === 'POST' ? data : undefined;
        const answer = await ask(method, `${mount}/key`, body);
        expect(answer).toMatchObject({
          status: 404,
          body: { warnings: [expect.stringMatching(WRONG_VERSION)] },
        });
      },
    );
  });
}
