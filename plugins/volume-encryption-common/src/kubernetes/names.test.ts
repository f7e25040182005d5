import { isVolumeEncryptionError } from '../contract/errors';
import {
  isDnsLabel,
  requireCephClusterId,
  requireCephName,
  requireConfigMapKey,
  requireDnsLabel,
  requireDnsSubdomain,
  requireLabelValue,
} from './names';

const BAD_EVERYWHERE = [
  '',
  '.',
  '..',
  '/',
  '%2f',
  'a/b',
  '../a',
  'a b',
  'a\n',
  'a\0',
  'naïve',
  'ｐayments',
  'a'.repeat(254),
];

const forms = [
  {
    require: requireDnsLabel,
    good: ['a', '0', 'payments', 'team-1', 'a'.repeat(63)],
    bad: ['Payments', 'a.b', '-a', 'a-', 'a_b', 'a'.repeat(64)],
  },
  {
    require: requireDnsSubdomain,
    good: ['a', 'rbd.csi.ceph.com', 'a-b.c-d', 'a'.repeat(253)],
    bad: ['Rbd', 'a..b', '.a', 'a.', 'a.-b', 'a_b'],
  },
  {
    require: requireConfigMapKey,
    good: ['vault-tokens', 'Vault_1', '.a', 'config.json'],
    bad: ['..a'],
  },
  {
    require: requireLabelValue,
    good: ['shop', 'Shop_1.x', 'a'.repeat(63)],
    bad: ['-a', 'a-', '.a', 'a'.repeat(64)],
  },
  {
    require: requireCephName,
    good: ['replicapool', '.mgr', 'Pool_1', 'a'.repeat(128)],
    bad: ['a@b', 'a'.repeat(129)],
  },
  {
    require: requireCephClusterId,
    good: ['rook-ceph', 'a'.repeat(36)],
    bad: ['a'.repeat(37)],
  },
];

describe.each(forms)('$require.name', ({ require, good, bad }) => {
  it.each(good)('accepts %j', value => {
    expect(require('name', value)).toBe(value);
  });

  it.each([...BAD_EVERYWHERE, ...bad])('refuses %j', value => {
    const error = errorOf(() => require('someField', value));
    expect(error).toMatchObject({ code: 'invalid-input', field: 'someField' });
    expect(error.message).toMatch(/^someField ".*" is not a valid name: use /);
  });
});

describe('the message of a refused name', () => {
  it('does not repeat an endless value', () => {
    const error = errorOf(() => requireDnsLabel('n', 'A'.repeat(100_000)));
    expect(error.message.length).toBeLessThan(300);
  });

  it('escapes control characters', () => {
    const error = errorOf(() => requireDnsLabel('n', 'a\r\nforged log line'));
    expect(error.message).toContain('"a\\r\\nforged log line"');
  });
});

describe('isDnsLabel', () => {
  it.each([
    ['prod', true],
    ['prod.eu', false],
    ['', false],
    ['Prod', false],
  ])('of %j is %s', (value, expected) => {
    expect(isDnsLabel(value)).toBe(expected);
  });
});

function errorOf(act: () => unknown): Error {
  try {
    act();
  } catch (error) {
    if (isVolumeEncryptionError(error)) {
      return error;
    }
  }
  throw new Error('expected a VolumeEncryptionError');
}
