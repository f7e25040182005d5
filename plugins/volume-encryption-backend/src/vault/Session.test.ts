import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KmsAuth } from '../config/types';
import {
  allThatShows,
  rejectionOf,
} from '../network/__testUtils__/allThatShows';
import {
  sendJson,
  startServer,
  type TestServer,
} from '../network/__testUtils__/startServer';
import { createKms } from './createKms';

/** A Vault that knows its tokens, and may forget them. */
class KnowingVault {
  logins = 0;
  leaseSeconds = 3600;
  /** The status with which logins are refused. */
  refusal?: number;
  /** Whether the portal's policy has the right it needs. */
  allows = true;
  readonly accepted = new Set<unknown>();
  server?: TestServer;

  async start(): Promise<string> {
    this.server = await startServer((request, response) => {
      const token = request.headers['x-vault-token'];
      if (request.path.endsWith('/login')) {
        if (this.refusal) {
          const errors = [request.body];
          return sendJson(response, this.refusal, { errors });
        }
        const client_token = `token-${++this.logins}`;
        this.accepted.add(client_token);
        const auth = { client_token, lease_duration: this.leaseSeconds };
        return sendJson(response, 200, { auth });
      }
      const asksOfItself = request.path.endsWith('lookup-self');
      if (!this.accepted.has(token) || !(this.allows || asksOfItself)) {
        return sendJson(response, 403, { errors: ['permission denied'] });
      }
      const data = { current_version: 0, versions: {} };
      return sendJson(response, 200, { data });
    });
    return this.server.url;
  }
}

describe('the portal at a Vault', () => {
  let vault: KnowingVault;
  let folder: string;
  beforeEach(() => {
    vault = new KnowingVault();
    folder = mkdtempSync(join(tmpdir(), 'session-test-'));
  });
  afterEach(async () => {
    rmSync(folder, { recursive: true });
    await vault.server?.stop();
  });

  const fileWith = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const kubernetes = (mountPath = 'kubernetes'): KmsAuth => ({
    method: 'kubernetes',
    role: 'portal',
    mountPath,
    tokenFile: fileWith('jwt', ' canary-jwt\n'),
  });

  async function asker(auth: KmsAuth) {
    const kms = createKms({
      name: 'knowing',
      address: await vault.start(),
      otherAddresses: [],
      auth,
      mountPrefix: 'csi',
      tokenRole: 'csi-tenant',
      timeoutMs: 5_000,
      maxConnections: 16,
    });
    return () => kms.describeKey({ mount: 'csi/a.b', name: 'key' }, {});
  }

  it('logs in once for many calls, also at the same time', async () => {
    const ask = await asker(kubernetes());
    await Promise.all(Array.from({ length: 100 }, ask));
    for (let i = 0; i < 100; i++) await ask();
    expect(vault.logins).toBe(1);
    const [login] = vault.server?.requests ?? [];
    expect(login.path).toBe('/v1/auth/kubernetes/login');
    expect(JSON.parse(login.body)).toEqual({
      role: 'portal',
      jwt: 'canary-jwt',
    });
  });

  it('logs in once more when its token has ended, for all who notice', async () => {
    const ask = await asker(kubernetes());
    await ask();
    vault.accepted.clear();
    await Promise.all(Array.from({ length: 20 }, ask));
    expect(vault.logins).toBe(2);
  });

  it('does not log in again because a right is missing', async () => {
    const ask = await asker(kubernetes());
    await ask();
    vault.allows = false;
    for (let i = 0; i < 10; i++) {
      await expect(ask()).rejects.toMatchObject({ code: 'kms-denied' });
    }
    expect(vault.logins).toBe(1);
  });

  it('does not use a token up to its end', async () => {
    vault.leaseSeconds = 0.001;
    const ask = await asker(kubernetes());
    await ask();
    await new Promise(resolve => {
      setTimeout(resolve, 5);
    });
    await ask();
    expect(vault.logins).toBe(2);
  });

  it.each([32 * 24 * 3600, 1e9, 1e18])(
    'asks nothing by itself, with a login of %d s neither',
    async leaseSeconds => {
      vault.leaseSeconds = leaseSeconds;
      const ask = await asker(kubernetes());
      await ask();
      await ask();
      const paths = vault.server?.requests.map(it => it.path);
      const asked = '/v1/csi/a.b/metadata/key';
      expect(paths).toEqual(['/v1/auth/kubernetes/login', asked, asked]);
    },
  );

  it('logs in by AppRole', async () => {
    const ask = await asker({
      method: 'app-role',
      roleId: 'portal',
      secretIdFile: fileWith('secret-id', 'of-the-role\n'),
      mountPath: 'team/approle',
    });
    await ask();
    const [login] = vault.server?.requests ?? [];
    expect(login.path).toBe('/v1/auth/team/approle/login');
    expect(JSON.parse(login.body)).toEqual({
      role_id: 'portal',
      secret_id: 'of-the-role',
    });
  });

  it('reads a token file anew, without the white space around', async () => {
    vault.accepted.add('new');
    const file = fileWith('token', ' old\n');
    const ask = await asker({ method: 'token-file', file });
    await expect(ask()).rejects.toMatchObject({ code: 'kms-denied' });
    fileWith('token', 'new\n');
    await ask();
  });

  it.each(['not there', 'empty'])('says when its file is %s', async state => {
    const file = join(folder, 'token');
    if (state === 'empty') fileWith('token', '\n');
    const ask = await asker({ method: 'token-file', file });
    await expect(ask()).rejects.toMatchObject({
      code: 'kms-denied',
      field: 'auth',
      message: expect.stringContaining(file),
    });
  });

  it.each(['..', '', 'a//b', 'a/../b'])(
    'does not log in at a mount %j',
    async mountPath => {
      const ask = await asker(kubernetes(mountPath));
      await expect(ask()).rejects.toMatchObject({ code: 'invalid-input' });
      expect(vault.server?.requests).toEqual([]);
    },
  );

  it.each([400, 403])('says when a login is refused with %d', async status => {
    vault.refusal = status;
    const ask = await asker(kubernetes());
    const error = await rejectionOf(ask());
    expect(error).toMatchObject({ code: 'kms-denied', field: 'auth' });
    expect(allThatShows(error)).not.toContain('canary');
  });
});
