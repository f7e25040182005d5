import { sendJson, startServer } from '../network/__testUtils__/startServer';
import { createKms } from './createKms';

const awake = { initialized: true, sealed: false, standby: false };

describe('the state of a Vault', () => {
  async function stateFrom(body: unknown) {
    const server = await startServer((_, response) =>
      sendJson(response, 299, body),
    );
    const kms = createKms({
      name: 'any',
      address: server.url,
      otherAddresses: [],
      auth: { method: 'token', token: 'any' },
      mountPrefix: 'csi',
      tokenRole: 'csi-tenant',
      timeoutMs: 5_000,
    });
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

  it('is asked for without a token and in every state with a 2xx', async () => {
    const { asked } = await stateFrom({ ...awake, sealed: true });
    expect(asked).toHaveLength(1);
    expect(asked[0].headers).not.toHaveProperty('x-vault-token');
    expect(asked[0].path).toContain('sealedcode=299');
  });

  it('names the nodes of a raft cluster', async () => {
    const node = { node_id: 'a', address: 'a:8201', leader: true, voter: true };
    const config = { servers: [node] };
    const { view } = await stateFrom({ ...awake, data: { config } });
    expect(view.peers).toEqual([
      { nodeId: 'a', address: 'a:8201', leader: true, voter: true },
    ]);
  });
});
