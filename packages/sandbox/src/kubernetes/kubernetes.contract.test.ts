import { startKubernetes } from './startKubernetes';
import { connect, follow, Send } from '../wire/connect';
import { at, Json } from '../wire/json';

let server: Awaited<ReturnType<typeof startKubernetes>>;
let admin: Send;

const as = (token: string, more = {}) => {
  const headers = { authorization: `Bearer ${token}`, ...more };
  return { url: server.url, headers };
};
const namespace = '/api/v1/namespaces/payments';
const configMap = (data: Json) => {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, data };
};
const apply = (manager: string, data: Json, more = '') =>
  admin(
    'PATCH',
    `${namespace}/configmaps/a?fieldManager=${manager}${more}`,
    configMap(data),
    'application/apply-patch+yaml',
  );
const claim = (name: string, storage: string) => ({
  metadata: { name },
  spec: {
    accessModes: ['ReadWriteOnce'],
    resources: { requests: { storage } },
  },
});

beforeEach(async () => {
  server = await startKubernetes(0, () => new Date());
  admin = connect(as(server.tokens.admin));
  const metadata = { name: 'payments' };
  await admin('POST', '/api/v1/namespaces', { metadata });
});
afterEach(() => server.stop());

describe('server-side apply', () => {
  it('refuses a field that another manager holds at another value', async () => {
    await apply('team', { size: '1', colour: 'red' });
    const { status, body } = await apply('portal', { size: '2' });
    expect(status).toBe(409);
    expect(body).toMatchObject({
      reason: 'Conflict',
      message: 'Apply failed with 1 conflict: conflict with "team": .data.size',
      details: { causes: [{ field: '.data.size' }] },
    });
    const forced = await apply('portal', { size: '2' }, '&force=true');
    expect(at(forced.body, 'data')).toEqual({ size: '2', colour: 'red' });
  });

  it('drops what its manager no longer says, and nothing of others', async () => {
    await apply('team', { size: '1', colour: 'red' });
    await apply('portal', { size: '1', shape: 'round' });
    const { body } = await apply('portal', {});
    expect(at(body, 'data')).toEqual({ size: '1', colour: 'red' });
  });

  it('keeps the resourceVersion when nothing changes, and stores no dry run', async () => {
    const first = await apply('portal', { size: '1' });
    const dry = await apply('portal', { size: '2' }, '&dryRun=All');
    const again = await apply('portal', { size: '1' });
    expect(at(dry.body, 'data', 'size')).toBe('2');
    expect(again.body).toEqual(first.body);
  });
});

it('watches from a resourceVersion, with transitions of the selection', async () => {
  const { body } = await apply('portal', { size: '1' });
  const version = at(body, 'metadata', 'resourceVersion');
  const seen: string[] = [];
  const path = `${namespace}/configmaps?watch=true&resourceVersion=${version}&labelSelector=team in (a,b)`;
  const stop = new AbortController();
  const watching = follow(as(server.tokens.admin), encodeURI(path), {
    each: chunk => seen.push(`${chunk}`),
    signal: stop.signal,
  }).catch(() => {});
  const label = (team: Json) =>
    admin(
      'PATCH',
      `${namespace}/configmaps/a`,
      { metadata: { labels: { team } } },
      'application/merge-patch+json',
    );
  await label('a');
  await label('b');
  await label('c');
  await admin('DELETE', `${namespace}/configmaps/a`);
  while (seen.join('').split('\n').length < 4) {
    await new Promise(resolve => setTimeout(resolve, 5));
  }
  stop.abort();
  await watching;
  const types = seen.join('').match(/(?<="type":")[A-Z]+/g);
  expect(types).toEqual(['ADDED', 'MODIFIED', 'DELETED']);
});

it('answers with the Status objects of a real server', async () => {
  const claims = `${namespace}/persistentvolumeclaims`;
  const said = async (method: string, path: string, body?: Json) => {
    const answer = await admin(method, path, body);
    return `${answer.status} ${at(answer.body, 'message')}`;
  };
  expect(await said('GET', `${namespace}/secrets/x`)).toBe(
    '404 secrets "x" not found',
  );
  expect(await said('POST', claims, claim('a', '0'))).toBe(
    '422 PersistentVolumeClaim "a" is invalid: spec.resources[storage]: Invalid value: "0": must be greater than zero',
  );
  expect(await said('POST', claims, claim('a', '5GB'))).toMatch(
    /^400 .* quantities must match the regular expression/,
  );
  expect(await said('POST', claims, claim('A', '1Gi'))).toMatch(
    /^422 .*metadata.name: Invalid value: "A": a lowercase RFC 1123 subdomain/,
  );
  expect(await said('POST', claims, claim('a', '1Gi'))).toMatch(/^201/);
  expect(await said('POST', claims, claim('a', '1Gi'))).toBe(
    '409 persistentvolumeclaims "a" already exists',
  );
  const preconditions = { uid: 'b' };
  expect(await said('DELETE', `${claims}/a`, { preconditions })).toMatch(
    /^409 .*the UID in the precondition \(b\) does not match/,
  );
  expect(await said('GET', `${namespace}/configmaps?limit=1`)).toMatch(/^200/);
  expect(await said('DELETE', `${namespace}/secrets`)).toMatch(/^501/);
  expect(await said('GET', '/apis/apps/v1/deployments')).toMatch(/^501/);
});

it('lets each user do what his rules say, and Secrets be read as metadata', async () => {
  const data = { token: 'c2VjcmV0' };
  const secrets = `${namespace}/secrets`;
  await admin('POST', secrets, { metadata: { name: 's' }, data });
  const accept =
    'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1';
  const portal = connect(as(server.tokens.portal, { accept }));
  const { body } = await portal('GET', secrets);
  expect(body).toMatchObject({ kind: 'PartialObjectMetadataList' });
  expect(JSON.stringify(body)).not.toContain('c2VjcmV0');
  const denied = await connect(as(server.tokens.denied))('GET', secrets);
  expect(at(denied.body, 'message')).toBe(
    'secrets is forbidden: User "denied" cannot list resource "secrets" in API group "" in the namespace "payments"',
  );
  const token = await portal('POST', `${namespace}/serviceaccounts/a/token`);
  expect(token.status).toBe(403);
  expect((await connect(as('nobody'))('GET', secrets)).status).toBe(401);
});

it('keeps what has finalizers until they are gone', async () => {
  const metadata = { name: 'v', finalizers: ['a/b'] };
  const path = '/api/v1/persistentvolumes/v';
  await admin('POST', '/api/v1/persistentvolumes', { metadata });
  const { body } = await admin('DELETE', path);
  expect(at(body, 'metadata', 'deletionTimestamp')).toBeDefined();
  const change = { metadata: { finalizers: null } };
  await admin('PATCH', path, change, 'application/merge-patch+json');
  expect((await admin('GET', path)).status).toBe(404);
});
