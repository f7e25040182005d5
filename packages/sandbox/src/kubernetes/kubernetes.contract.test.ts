import { connect, Send } from '../wire/connect';
import { at, Json } from '../wire/json';
import { startKubernetes } from './startKubernetes';

let server: Awaited<ReturnType<typeof startKubernetes>>;
let admin: Send;
const home = '/api/v1/namespaces/payments';

beforeEach(async () => {
  server = await startKubernetes(0, () => new Date());
  const authorization = `Bearer ${server.tokens.admin}`;
  admin = connect({ url: server.url, headers: { authorization } });
  await admin('POST', '/api/v1/namespaces', { metadata: { name: 'payments' } });
});
afterEach(() => server.stop());

it('applies, drops what is no longer said, and refuses what another holds', async () => {
  const apply = async (manager: string, data: Json) => {
    const path = `${home}/configmaps/a?fieldManager=${manager}`;
    const body = { apiVersion: 'v1', kind: 'ConfigMap', data };
    const type = 'application/apply-patch+yaml';
    return (await admin('PATCH', path, body, type)).body;
  };
  const first = await apply('team', { size: '1', colour: 'red' });
  expect(await apply('team', { size: '1', colour: 'red' })).toEqual(first);
  expect(await apply('portal', { size: '2' })).toMatchObject({
    code: 409,
    message: 'Apply failed with 1 conflict: conflict with "team": .data.size',
    details: { causes: [{ field: '.data.size' }] },
  });
  const forced = await apply('portal&force=true', { size: '2', x: 'y' });
  expect(at(forced, 'data')).toEqual({ size: '2', colour: 'red', x: 'y' });
  const less = await apply('portal', { size: '2' });
  expect(at(less, 'data')).toEqual({ size: '2', colour: 'red' });
});

it.each([
  ['GET', '/secrets/x', '', '404 secrets "x" not found'],
  ['POST', '/persistentvolumeclaims', '0', '422 .*must be greater than zero'],
  ['POST', '/persistentvolumeclaims', '5GB', '400 .*quantities must match'],
  ['DELETE', '/secrets', '', '501 .*use a real API server'],
])(
  'answers %s %s %s as a real server: %s',
  async (...[method, path, size, text]) => {
    const resources = { requests: { storage: size } };
    const spec = { accessModes: ['ReadWriteOnce'], resources };
    const sent = { metadata: { name: 'a' }, spec };
    const { status, body } = await admin(method, home + path, sent);
    expect(`${status} ${at(body, 'message')}`).toMatch(new RegExp(`^${text}`));
  },
);
