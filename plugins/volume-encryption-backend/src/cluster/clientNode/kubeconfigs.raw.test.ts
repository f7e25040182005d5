import type * as ClientNode from '@kubernetes/client-node';
import { rejectionOf } from '../../network/__testUtils__/allThatShows';

// The first test waits for the client to be loaded.
jest.setTimeout(60_000);

/** Why `loadKubeConfig` and `Credentials` pass none of its errors on. */
describe('client-node itself still', () => {
  let client: typeof ClientNode;
  beforeAll(async () => {
    client = await import('@kubernetes/client-node');
  });

  it('quotes a kubeconfig that it cannot read', async () => {
    const load = async () =>
      new client.KubeConfig().loadFromString(
        'users: [{ name: me, token: canary',
      );
    expect(String(await rejectionOf(load()))).toContain('canary');
  });

  it('passes on what a credential plugin wrote to stderr', async () => {
    const config = new client.KubeConfig();
    const server = 'https://127.0.0.1:1';
    const exec = {
      apiVersion: 'client.authentication.k8s.io/v1',
      command: 'sh',
      args: ['-c', 'echo canary >&2; exit 1'],
    };
    const cluster = { name: 'c', server, skipTLSVerify: false };
    config.loadFromClusterAndUser(cluster, { name: 'u', exec });
    const error = await rejectionOf(config.applyToHTTPSOptions({}));
    expect(String(error)).toContain('canary');
  });

  it('keeps the agent of a cluster when its CA is replaced', async () => {
    const config = new client.KubeConfig();
    const server = 'https://127.0.0.1:1';
    const cluster = { name: 'c', server, skipTLSVerify: false };
    const agents: unknown[] = [];
    for (const caData of ['Zmlyc3Q=', 'c2Vjb25k']) {
      config.loadFromClusterAndUser({ ...cluster, caData }, { name: 'u' });
      const options: { agent?: unknown } = {};
      await config.applyToHTTPSOptions(options as object);
      agents.push(options.agent);
    }
    expect(agents[1]).toBe(agents[0]);
  });
});
