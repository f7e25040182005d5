import { withoutIds } from './withoutIds';

const id = (n: number) => `6a4f1d3e-1c1b-4f0e-9c57-0d6f1b2a3c4${n}`;

describe('withoutIds', () => {
  it.each<[what: string, of: (n: number) => string]>([
    ['a volume handle', n => `no key at 0001-0009-rook-ceph-02-${id(n)}`],
    ['a request id', n => `status code: 400, request id: ${id(n)}`],
    ['a request id that is no uuid', n => `opc-request-id: 3F0${n}/9A/B${n}`],
    [
      'a volume of a cloud',
      n => `The volume 'vol-036f02de0e81cbb9${n}' is gone`,
    ],
    ['a digest', n => `staging 2677416184d1804456c8cda2e754b18${n} failed`],
    ['a time', n => `at 2026-03-01T10:0${n}:00.123Z: refused`],
    ['a source port', n => `read tcp 10.0.0.1:4000${n}->10.0.0.2:1: reset`],
    ['a counter', n => `gave up, attempt ${n}, after ${n}.5s`],
    [
      'the prefix of a provisioner',
      n =>
        [
          'failed to provision volume with StorageClass "e": rpc error: odd',
          'Volume provisioning failed with infeasible error. Retries will be delayed. rpc error: odd',
          'rpc error: odd',
        ][n],
    ],
  ])('makes one of texts that differ in %s', (_, of) => {
    expect(of(1)).not.toBe(of(2));
    expect(withoutIds(of(1))).toBe(withoutIds(of(2)));
  });

  it.each<[what: string, of: (n: number) => string]>([
    ['an address', n => `no answer of 10.0.0.${n}:443`],
    ['a status', n => `Code: 40${n}. Errors`],
    ['a name', n => `secret "data-${n}" not found`],
    ['a size', n => `requested ${n}Gi`],
  ])('keeps texts apart that differ in %s', (_, of) => {
    expect(withoutIds(of(1))).not.toBe(withoutIds(of(2)));
  });
});
