import { once } from 'node:events';
import https, { type Server } from 'node:https';
import { createJsonApi } from '../access/jsonApi';
import { createAuthority, type Issue } from './createAuthority';

const authority = createAuthority('of the test');

let server: Server | undefined;
afterEach(() => {
  server?.close();
});

/** Asks a server with such a certificate, trusting `ca`. */
async function ask(issue: Issue, ca?: string) {
  server = https.createServer(authority.issue(issue), (_, response) =>
    response.end('"hello"'),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const url = `https://127.0.0.1:${port}`;
  const api = createJsonApi({ url, headers: {}, ca });
  return api.send({ method: 'GET', path: '/' });
}

const hello = { status: 200, body: 'hello' };
const hosts = ['localhost', '127.0.0.1'];

it('is accepted by who trusts the authority', async () => {
  expect(await ask({ hosts }, authority.certificate)).toEqual(hello);
});

it('brings the authority between', async () => {
  const issue = { hosts, intermediate: true };
  expect(await ask(issue, authority.certificate)).toEqual(hello);
});

it('is refused by who does not trust it', async () => {
  await expect(ask({ hosts })).rejects.toMatchObject({
    code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  });
});

it('is refused by who trusts another authority of the same name', async () => {
  const { certificate } = createAuthority('of the test');
  await expect(ask({ hosts }, certificate)).rejects.toMatchObject({
    code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  });
});

it.each([
  [{ notAfter: new Date(Date.now() - 60_000) }, 'CERT_HAS_EXPIRED'],
  [{ notBefore: new Date(Date.now() + 3_600_000) }, 'CERT_NOT_YET_VALID'],
  [{ hosts: ['vault.example'] }, 'ERR_TLS_CERT_ALTNAME_INVALID'],
])('is refused with %j', async (issue, code) => {
  await expect(
    ask({ hosts, ...issue }, authority.certificate),
  ).rejects.toMatchObject({ code });
});
