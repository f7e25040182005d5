// One suite for several servers.
/* eslint-disable jest/no-export */

import { administrate, askVault, unique } from './administrate';
import type { VaultUnderTest } from './VaultUnderTest';

/** What KV version 2 answers of keys that are deleted, and of what is no key. */
export function describeDeletions(vault: () => VaultUnderTest): void {
  describe('deletions, on the wire', () => {
    const mount = `csi/contract.${unique('deletions')}`;
    const root = (...call: Parameters<ReturnType<typeof askVault>>) =>
      askVault(vault(), vault().rootToken)(...call);
    const data = { data: { passphrase: 'of a test' } };
    const metadata = async (key: string) =>
      (await root('GET', `${mount}/metadata/${key}`)).body;
    beforeAll(async () => {
      const kv = { type: 'kv', options: { version: '2' } };
      await administrate(vault())('POST', `sys/mounts/${mount}`, kv);
      await administrate(vault())('POST', `${mount}/data/key`, { data });
      await administrate(vault())('POST', `${mount}/data/key`, { data });
    });

    it('answers a read of a deleted version with 404 and its metadata', async () => {
      await root('DELETE', `${mount}/data/key`);
      const { status, body } = await root('GET', `${mount}/data/key`);
      expect(status).toBe(404);
      expect(body).toMatchObject({
        data: {
          data: null,
          metadata: {
            deletion_time: expect.stringMatching(/^20/),
            destroyed: false,
            version: 2,
          },
        },
      });
    });

    it('keeps who deleted it, and not who destroyed it', async () => {
      await root('POST', `${mount}/destroy/key`, { versions: [1] });
      expect(await metadata('key')).toMatchObject({
        data: {
          current_version: 2,
          last_updated_by: { actor: 'root', operation: 'delete' },
          versions: {
            1: { destroyed: true, deletion_time: '', deleted_by: null },
            2: { destroyed: false, deleted_by: { actor: 'root' } },
          },
        },
      });
    });

    it.each([
      ['DELETE', 'data', undefined],
      ['DELETE', 'metadata', undefined],
      ['POST', 'destroy', { versions: [1] }],
    ])('takes %s %s of a key that is not there', async (method, kind, body) => {
      const answer = await root(method, `${mount}/${kind}/never`, body);
      expect(answer).toEqual({ status: 204, body: '' });
      expect(await metadata('never')).toEqual({ errors: [] });
    });

    it.each([
      ['destroy/key', {}, 'no version number provided'],
      ['data/key', {}, 'no data provided'],
      ['data/folder/', { data }, "cannot write to a path ending in '/'"],
    ])('refuses a write to %s with %j', async (path, body, text) => {
      expect(await root('POST', `${mount}/${path}`, body)).toEqual({
        status: 400,
        body: { errors: [text] },
      });
    });
  });
}
