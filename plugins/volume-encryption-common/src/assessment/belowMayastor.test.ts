import { parseObject } from '../kubernetes/parseObject';
import { unknown } from '../observation/observed';
import { belowMayastor } from './belowMayastor';
import { seen } from './testFacts';

/** A pool as the control plane reports it. */
function pool(name: string, status: object, spec: object = {}) {
  return parseObject('DiskPool', {
    apiVersion: 'openebs.io/v1beta3',
    kind: 'DiskPool',
    metadata: {
      name,
      namespace: 'openebs',
      creationTimestamp: '2026-01-01T00:00:00Z',
    },
    spec: { node: 'a', disks: ['/dev/disk/by-id/a'], ...spec },
    status,
  });
}

const on = { encrypted: true };
const off = { encrypted: false };

it.each([
  ['all pools are encrypted', [on, on], 'asked'],
  ['one is not', [on, off], 'partly'],
  ['none is', [off, off], 'not-asked'],
  ['one does not tell', [on, {}], 'unknown'],
  [
    'one tells nothing that can be understood',
    [on, { encrypted: 'true' }],
    'unknown',
  ],
  ['there is none', [], 'unknown'],
])('where %s', (_, statuses, answer) => {
  const pools = statuses.map((status, n) => pool(`pool-${n}`, status));
  expect(belowMayastor(seen(pools)).answer).toBe(answer);
});

it('names the pools that are not encrypted, and those that do not tell', () => {
  const mixed = [pool('good', on), pool('plain', off)];
  expect(belowMayastor(seen(mixed)).why).toContain('"plain"');
  const silent = [pool('good', on), pool('silent', {})];
  expect(belowMayastor(seen(silent)).why).toContain('"silent"');
});

it('does not take what is asked of a pool for what it is', () => {
  const secret = { name: 'canary-of-a-secret' };
  const asked = { encryptionConfig: { source: { secret } } };
  const pools = [pool('asked', {}, asked)];
  expect(belowMayastor(seen(pools)).answer).toBe('unknown');
  expect(JSON.stringify(pools)).not.toContain('canary');
});

it('names the right that is missing, and only then', () => {
  const denied = belowMayastor(unknown('denied', 'RBAC forbids it.'));
  expect(denied).toMatchObject({ answer: 'unknown' });
  expect(denied.why).toContain('diskpools.openebs.io');
  const late = belowMayastor(unknown('timeout', 'It was late.'));
  expect(late.why).not.toContain('must be allowed');
});
