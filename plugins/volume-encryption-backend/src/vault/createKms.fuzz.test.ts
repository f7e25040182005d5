import type { Kms } from 'backstage-plugin-volume-encryption-node';
import { Findings } from '../network/__testUtils__/Findings';
import { Mangler } from '../network/__testUtils__/Mangler';
import { FaultyVaults, kmsAt } from './__testUtils__/FaultyVaults';

// Thousands of calls.
jest.setTimeout(300_000);

const ROUNDS = 80;

/** An answer with the fields of all, and a canary where a secret may be. */
const good = {
  initialized: true,
  sealed: false,
  standby: false,
  version: '1.21.0',
  cluster_name: 'c',
  warnings: ['one'],
  auth: {
    client_token: 'of-the-tenant',
    accessor: 'a',
    lease_duration: 60,
    renewable: true,
  },
  data: {
    'csi/a.b/': { type: 'kv', options: { version: '2' } },
    keys: ['one', 'two/'],
    orphan: true,
    token_period: 60,
    ttl: 60,
    path: 'auth/token/create/csi-tenant',
    meta: { one: 'x' },
    current_version: 1,
    versions: {
      1: {
        created_time: '2026-01-01T00:00:00Z',
        deletion_time: '',
        destroyed: false,
        created_by: { actor: 'token-a-b' },
      },
    },
    custom_metadata: { one: 'canary' },
    config: {
      servers: [{ node_id: 'n', address: 'a', leader: true, voter: true }],
    },
    servers: { n: { healthy: true } },
  },
};

const bad = { errors: ['canary: Vault is sealed', 'canary'], data: null };

const isText = (value: unknown) => typeof value === 'string';
const isOptionalText = (value: unknown) => value === undefined || isText(value);
const isTime = (value: unknown) =>
  isText(value) && Number.isFinite(Date.parse(String(value)));
const states = [
  'active',
  'standby',
  'sealed',
  'uninitialised',
  'unreachable',
  'unknown',
];

async function askForKeys(kms: Kms, findings: Findings): Promise<void> {
  const mount = 'csi/a.b';
  await findings.call(
    'state',
    () => kms.state({}),
    state => states.includes(state),
  );
  await findings.call(
    'health',
    () => kms.health({}),
    ({ state, version, clusterName, message, peers }) =>
      states.includes(state) &&
      [version, clusterName, message].every(isOptionalText) &&
      peers.every(it => isText(it.nodeId) && isText(it.address)),
  );
  await findings.call(
    'describeKey',
    () => kms.describeKey({ mount, name: 'key' }, {}),
    ({ presence }) =>
      ['present', 'absent', 'soft-deleted', 'destroyed'].includes(presence),
  );
  await findings.call(
    'listKeys',
    () => kms.listKeys({ mount, folder: '' }, {}),
    names => [...names].every(isText),
  );
  await findings.call(
    'readMount',
    () => kms.readMount(mount, {}),
    found => found === undefined || isText(found.type),
  );
  await findings.call(
    'readMountConfig',
    () => kms.readMountConfig(mount, {}),
    found =>
      typeof found.casRequired === 'boolean' &&
      isOptionalText(found.deleteVersionAfter),
  );
  await findings.call(
    'ensureMount',
    () => kms.ensureMount(mount, {}),
    done => ['created', 'unchanged'].includes(done),
  );
}

async function askForTokens(
  { tokens }: Kms,
  findings: Findings,
): Promise<void> {
  await findings.call(
    'mint',
    () => tokens.mint({ tenantId: 'a.b', meta: { one: 'canary' } }, {}),
    ({ token, accessor, expiresAt, warnings }) =>
      [token.reveal(), accessor].every(isText) &&
      isTime(expiresAt) &&
      warnings.every(isText),
  );
  await findings.call(
    'lookup',
    () => tokens.lookup('canary-of-an-accessor', {}),
    found =>
      found === undefined ||
      (isText(found.path) &&
        (found.expiresAt === undefined || isTime(found.expiresAt)) &&
        Object.values(found.meta).every(isText)),
  );
  await findings.call(
    'revoke',
    () => tokens.revoke('canary-of-an-accessor', {}),
    value => value === undefined,
  );
}

describe('a Vault whose answers are spoilt at random', () => {
  const vaults = new FaultyVaults();
  afterEach(() => vaults.stop());

  it.each([1, 2, 3])('gives values or errors of ours, seed %d', async seed => {
    const findings = new Findings();
    const mangler = new Mangler(seed);
    const server = await vaults.start((_, response) =>
      mangler.answer(response, { good, bad }),
    );
    const auth = { method: 'app-role' as const, roleId: 'canary' };
    const secretIdFile = __filename;
    const login = { ...auth, secretIdFile, mountPath: 'approle' };
    for (let round = 0; round < ROUNDS; round++) {
      // A new one logs in anew, by answers that are spoilt as well.
      const kms = kmsAt(server, { auth: login, timeoutMs: 500 });
      await askForKeys(kms, findings);
      await askForTokens(kms, findings);
    }
    expect(findings.wrong).toEqual([]);
    expect(findings.ends.values).toBeGreaterThan(ROUNDS);
    expect(findings.ends.errors).toBeGreaterThan(ROUNDS);
  });
});
