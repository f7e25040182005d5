// One suite for several servers.
/* eslint-disable jest/no-export */

import { request } from 'node:http';
import { createKms } from '../createKms';
import { textAt } from '../../network/valueAt';
import { administrate, askVault, unique } from './administrate';
import { serviceAccountToken } from './serviceAccounts';
import { configFor, type VaultWithCluster } from './VaultUnderTest';

const CANARY = 'canary-of-a-key';
const LOGIN = 'auth/kubernetes/login';

/**
 * A redirect leads to the plain path, which is refused. Vault 1.21.1 takes `%2e`
 * for a part of a name in the tenant's own mount, and later ones answer 400.
 */
const refused = (path: string) => [
  ...[301, 307, 308, 400, 403, 404],
  ...(path.includes('%2e') ? [200, 204] : []),
];

type Vault = () => VaultWithCluster;

/** Gives the credential of a tenant of cluster `contract`. */
type Credential = (vault: Vault, namespace: string) => Promise<string>;

const minted: Credential = async (vault, namespace) => {
  const asked = { tenantId: `contract.${namespace}`, meta: {} };
  const { token } = await createKms(configFor(vault())).tokens.mint(asked, {});
  return token.reveal();
};

const loggedIn: Credential = async (vault, namespace) => {
  const jwt = await serviceAccountToken(vault(), { namespace });
  const body = { role: 'csi-tenant', jwt };
  const answer = await askVault(vault())('POST', LOGIN, body);
  return textAt(answer.body, 'auth', 'client_token') ?? '';
};

/** That no spelling of a path leads a tenant to another's keys at a real Vault. */
export function describeTraversal(vault: Vault): void {
  describeSpellings('with a token', vault, minted);
  describeSpellings('with a ServiceAccount', vault, loggedIn);
}

function describeSpellings(
  title: string,
  vault: Vault,
  credential: Credential,
): void {
  describe(`other spellings of a path, ${title}`, () => {
    const namespace = unique('own');
    const own = `contract.${namespace}`;
    const other = `contract.${unique('other')}`;
    const key = `${other}/data/key`;
    let token: string;
    beforeAll(async () => {
      const kms = createKms(configFor(vault()));
      for (const id of [own, other]) await kms.ensureMount(`csi/${id}`, {});
      const data = { data: { passphrase: CANARY } };
      await administrate(vault())('POST', `csi/${key}`, data);
      token = await credential(vault, namespace);
    });

    /** The path as it is written: URL parsers would resolve it. */
    const send = (method: string, path: string) =>
      new Promise<{ status: number; text: string }>((resolve, reject) => {
        const { hostname, port } = new URL(vault().url);
        const headers = { 'x-vault-token': token };
        request({ hostname, port, method, path: `/v1/${path}`, headers })
          .on('error', reject)
          .on('response', async response => {
            let text = '';
            for await (const part of response) text += part;
            resolve({ status: response.statusCode ?? 0, text });
          })
          .end(method === 'POST' ? '{"data":{"any":"thing"}}' : undefined);
      });

    it('are no way around: what is his own he can reach', async () => {
      const path = `csi/${own}/data/key`;
      expect((await send('POST', path)).status).toBe(200);
    });

    describe.each([
      ['plain', `csi/${key}`],
      ['..', `csi/${own}/data/../../${key}`],
      ['%2e', `csi/${own}/data/%2e%2e/%2e%2e/${key}`],
      ['%2f', `csi/${own}%2f..%2f${key}`],
      ['//', `csi//${key}`],
      ['/./', `csi/./${key}`],
      ['upper case', `csi/${key.toUpperCase()}`],
      ['upper case of the prefix', `CSI/${key}`],
      ['a tail', `csi/${key}/`],
      ['his own in front', `csi/${own}/${key}`],
      ['a zero byte', `csi/${own}%00/../${key}`],
    ])('%s', (_, path) => {
      it.each(['GET', 'POST', 'DELETE'])(
        'does not lead there: %s',
        async method => {
          const { status, text } = await send(method, path);
          expect(refused(path)).toContain(status);
          expect(text).not.toContain(CANARY);
          const names = { mount: `csi/${other}`, folder: '' };
          const kms = createKms(configFor(vault()));
          expect([...(await kms.listKeys(names, {}))]).toEqual(['key']);
          const { currentVersion, presence } = await kms.describeKey(
            { mount: names.mount, name: 'key' },
            {},
          );
          expect([presence, currentVersion]).toEqual(['present', 1]);
        },
      );

      it('does not list there', async () => {
        const folder = path.replace('/data/key', '/metadata');
        const { status, text } = await send('GET', `${folder}/?list=true`);
        expect(refused(path)).toContain(status);
        expect(text).not.toContain('"key"');
      });
    });
  });
}
