import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runningServers } from './runningServers';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kubeconfig-test-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function environment(user: string, cluster: string) {
  const path = join(folder, 'config');
  writeFileSync(join(folder, 'ca.pem'), 'from a file');
  writeFileSync(
    path,
    `
current-context: mine
contexts:
  - { name: other, context: { cluster: none, user: none } }
  - { name: mine, context: { cluster: c, user: u } }
clusters: [{ name: c, cluster: { server: 'https://c.example', ${cluster} } }]
users: [{ name: u, user: { ${user} } }]
`,
  );
  return {
    TESTBED_KUBECONFIG: path,
    TESTBED_VAULT_ADDR: 'https://vault.example',
    TESTBED_VAULT_TOKEN: 'root',
  };
}

it('is undefined when the environment names no servers', () => {
  expect(runningServers({})).toBeUndefined();
});

it('names the variables that are missing', () => {
  expect(() => runningServers({ TESTBED_VAULT_ADDR: 'x' })).toThrow(
    'set TESTBED_KUBECONFIG and TESTBED_VAULT_TOKEN too',
  );
});

it.each([
  ['certificate-authority: ca.pem', 'from a file'],
  ['certificate-authority-data: aW5saW5l', 'inline'],
])('reads the current context, with %s', async (cluster, ca) => {
  const servers = runningServers(environment('token: abc', cluster));
  expect(servers).toMatchObject({
    kubernetes: { url: 'https://c.example', adminToken: 'abc' },
    vaultAddr: 'https://vault.example',
    rootToken: 'root',
  });
  const caFile = servers?.kubernetes.caFile ?? '';
  expect(readFileSync(caFile, 'utf8')).toBe(ca);
  await servers?.stop();
});

it('says what to do about a user without a token', () => {
  const names = environment(
    'client-certificate: c.pem',
    'certificate-authority: ca.pem',
  );
  expect(() => runningServers(names)).toThrow('kubectl create token');
});
