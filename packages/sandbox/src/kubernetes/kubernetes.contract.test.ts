import { connect, Send } from '../wire/connect';
import { at, Json } from '../wire/json';
import { startKubernetes } from './startKubernetes';

let server: Awaited<ReturnType<typeof startKubernetes>>;
let admin: Send;

const home = '/api/v1/namespaces/payments';
const apply = (manager: string, data: Json, more = '') => {
  const path = `${home}/configmaps/a?fieldManager=${manager}${more}`;
  const body = { apiVersion: 'v1', kind: 'ConfigMap', data };
  return admin('PATCH', path, body, 'application/apply-patch+yaml');
};

beforeEach(async () => {
  server = await startKubernetes(0, () => new Date());
  const authorization = `Bearer ${server.tokens.admin}`;
  admin = connect({ url: server.url, headers: { authorization } });
  await admin('POST', '/api/v1/namespaces', { metadata: { name: 'payments' } });
});
afterEach(() => server.stop());

it('applies, drops what is no longer said, and refuses what another holds', async () => {
  const first = await apply('team', { size: '1', colour: 'red' });
  const again = await apply('team', { size: '1', colour: 'red' });
  expect(again.body).toEqual(first.body);
  const refused = await apply('portal', { size: '2' });
  expect(refused.body).toMatchObject({
    code: 409,
    message: 'Apply failed with 1 conflict: conflict with "team": .data.size',
    details: { causes: [{ field: '.data.size' }] },
  });
  const dry = await apply('portal', { shape: 'round' }, '&dryRun=All');
  expect(at(dry.body, 'data', 'shape')).toBe('round');
  const forced = await apply('portal', { size: '2', x: 'y' }, '&force=true');
  expect(at(forced.body, 'data')).toEqual({ size: '2', colour: 'red', x: 'y' });
  const less = await apply('portal', { size: '2' });
  expect(at(less.body, 'data')).toEqual({ size: '2', colour: 'red' });
});

it.each([
  ['GET', '/secrets/x', '', '404 secrets "x" not found'],
  ['POST', '/persistentvolumeclaims', '0', '422 .*must be greater than zero'],
  ['POST', '/persistentvolumeclaims', '5GB', '400 .*quantities must match'],
  ['DELETE', '/secrets', '', '501 .*use a real API server'],
])(
  'answers %s %s %s as a real server: %s',
  async (method, path, storage, text) => {
    const spec = {
      accessModes: ['ReadWriteOnce'],
      resources: { requests: { storage } },
    };
    const metadata = { name: 'a' };
    const sent = { metadata, spec };
    const { status, body } = await admin(method, home + path, sent);
    expect(`${status} ${at(body, 'message')}`).toMatch(new RegExp(`^${text}`));
  },
);
