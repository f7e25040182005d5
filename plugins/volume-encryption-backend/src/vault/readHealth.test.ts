import { sendJson, startServer } from '../network/__testUtils__/startServer';
import { kmsAt } from './__testUtils__/FaultyVaults';

const awake = { initialized: true, sealed: false, standby: false };

describe('the state of a Vault', () => {
  async function stateFrom(body: unknown, status = 299) {
    const server = await startServer((_, response) =>
      sendJson(response, status, body),
    );
    const kms = kmsAt(server);
    const view = await kms.health({});
    await server.stop();
    return { view, asked: server.requests };
  }

  it.each([
    ['active', awake],
    ['standby', { ...awake, standby: true }],
    ['sealed', { initialized: true, sealed: true, standby: true }],
    ['uninitialised', { initialized: false, sealed: true }],
    ['unknown', { errors: ['operation unavailable in namespaces'] }],
    ['unknown', { sealed: false }],
    ['unknown', []],
  ])('is %s for %j', async (state, body) => {
    expect((await stateFrom(body)).view.state).toBe(state);
  });

  it.each<[number, string, object, RegExp]>([
    [200, 'active', {}, /^$/],
    [429, 'standby', { standby: true }, /passes requests on/],
    [472, 'standby', { replication_dr_mode: 'secondary' }, /for a disaster/],
    [473, 'standby', { standby: true, performance_standby: true }, /passes/],
    [
      474,
      'standby',
      { standby: true, ha_connection_healthy: false },
      /does not reach the active/,
    ],
    [501, 'uninitialised', { initialized: false }, /Initialise/],
    [503, 'sealed', { sealed: true }, /Unseal/],
    [530, 'unknown', { removed_from_cluster: true }, /removed from its/],
  ])(
    'is by the body where the status is %d all the same',
    async (status, state, fields, message) => {
      const body = { ...awake, ...fields };
      const { view } = await stateFrom(body, status);
      expect(view.state).toBe(state);
      expect(view.message ?? '').toMatch(message);
    },
  );

  it('is asked for without a token and in every state with a 2xx', async () => {
    const { asked } = await stateFrom({ ...awake, sealed: true });
    expect(asked).toHaveLength(1);
    expect(asked[0].headers).not.toHaveProperty('x-vault-token');
    expect(asked[0].path).toContain('sealedcode=299');
  });

  it('names the nodes of a raft cluster', async () => {
    const node = { node_id: 'a', address: 'a:8201', leader: true, voter: true };
    const config = { servers: [node] };
    const servers = { a: { healthy: true }, b: { healthy: false } };
    const { view } = await stateFrom({ ...awake, data: { config, servers } });
    expect(view.peers).toEqual([
      { nodeId: 'a', address: 'a:8201', leader: true, voter: true },
    ]);
    expect(view.peersMessage).toBe('Not well, as its raft sees it: b.');
  });

  it('says how long it took, and of no certificate without TLS', async () => {
    const { view } = await stateFrom(awake);
    expect(view.latencyMs).toBeGreaterThanOrEqual(0);
    expect(view.certificate).toBeUndefined();
  });

  it('does not say that nodes are well when it does not know', async () => {
    const data = { config: { servers: [] } };
    const { view } = await stateFrom({ ...awake, data });
    expect(view.peersMessage).toBe('How its nodes are is not known.');
  });
});
