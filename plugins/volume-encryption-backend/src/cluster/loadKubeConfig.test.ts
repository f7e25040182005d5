import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  allThatShows,
  rejectionOf,
} from '../network/__testUtils__/allThatShows';
import { temporaryFolder } from '../network/__testUtils__/temporaryFolder';
import { loadKubeConfig } from './loadKubeConfig';

const folder = temporaryFolder();

function kubeconfig(text: string): string {
  const file = join(folder, 'config');
  writeFileSync(file, text);
  return file;
}

const good = `
current-context: one
contexts:
  - { name: one, context: { cluster: plain, user: me } }
  - { name: two, context: { cluster: secure, user: me } }
clusters:
  - { name: plain, cluster: { server: 'http://127.0.0.1:1' } }
  - { name: secure, cluster: { server: 'https://127.0.0.1:2' } }
users:
  - { name: me, user: { token: canary } }
`;

it('takes the context that is asked for, or the current one', async () => {
  const file = kubeconfig(good);
  const current = await loadKubeConfig({ kind: 'kubeconfig', file });
  expect(current.getCurrentCluster()?.server).toBe('http://127.0.0.1:1');
  const context = 'two';
  const asked = await loadKubeConfig({ kind: 'kubeconfig', file, context });
  expect(asked.getCurrentCluster()).toMatchObject({
    server: 'https://127.0.0.1:2',
    skipTLSVerify: false,
  });
});

it.each([
  ['is broken', 'users: [{ name: me, user: { token: canary'],
  ['is not a kubeconfig', 'canary'],
  ['is empty', ''],
  ['has no cluster of the context', good.replace('name: plain', 'name: other')],
])('says that a kubeconfig %s, and nothing of it', async (_, text) => {
  const file = kubeconfig(text);
  const error = await rejectionOf(loadKubeConfig({ kind: 'kubeconfig', file }));
  expect(error).toMatchObject({ code: 'invalid-input', field: 'kubeconfig' });
  expect(allThatShows(error)).not.toContain('canary');
});

it.each([
  { kind: 'kubeconfig' as const, file: '/not/there' },
  { kind: 'in-cluster' as const },
  { kind: 'url' as const, url: 'no address', skipTlsVerify: false },
])('says what of %j cannot be used', async connection => {
  await expect(loadKubeConfig(connection)).rejects.toMatchObject({
    code: 'invalid-input',
    field: { kubeconfig: 'kubeconfig', 'in-cluster': 'inCluster', url: 'url' }[
      connection.kind
    ],
  });
});
