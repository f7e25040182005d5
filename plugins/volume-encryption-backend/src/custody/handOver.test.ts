import type { Cluster, Kms } from 'backstage-plugin-volume-encryption-node';
import { HiddenText } from '../vault/HiddenText';
import { handOver } from './handOver';
import {
  ANNOTATION_CREDENTIAL,
  ANNOTATION_UNWRAPPED,
  unwrappedMark,
} from './tokenSecret';

const PLACE = { namespace: 'payments', name: 'ceph-csi-kms-token' };

/** Hands a token over, whose Secret then has such a mark. */
async function handOverTo(mark: string | undefined) {
  const annotations = {
    [ANNOTATION_CREDENTIAL]: 'an-id',
    ...(mark === undefined ? {} : { [ANNOTATION_UNWRAPPED]: mark }),
  };
  const revoke = jest.fn();
  const applied = jest.fn();
  const kms = {
    name: 'vault',
    custodyNames: { tokenWrapTtl: 1 },
    tokens: { revoke },
  } as unknown as Kms;
  const cluster = {
    reader: {
      get: async (_: string, { name }: { name: string }) =>
        name === PLACE.name ? { meta: { annotations } } : undefined,
    },
    writer: { apply: applied },
  } as unknown as Cluster;
  const given = {
    ...{ credentialId: 'an-id', accessor: 'of-the-token', place: PLACE },
    ...{ token: new HiddenText('hvs.of-no-use'), wrapping: 'of-the-wrapping' },
  };
  const done = handOver(given, { kms, cluster });
  await done.catch(() => undefined);
  expect(revoke).toHaveBeenCalledWith('of-the-wrapping', {});
  expect(JSON.stringify(applied.mock.calls)).not.toContain('of-the-token');
  return done;
}

describe('a token that was handed over wrapped', () => {
  it('is in place where the Secret has its mark', async () => {
    const mark = unwrappedMark('of-the-token');
    expect(mark).toMatch(/^[0-9a-f]{64}$/);
    await expect(handOverTo(mark)).resolves.toBeUndefined();
  });

  it('was exchanged where the mark is of another', async () => {
    await expect(handOverTo(unwrappedMark('other'))).rejects.toMatchObject({
      code: 'taken-by-other',
      message: expect.stringContaining('sys/wrapping/unwrap'),
    });
  });

  it('is not taken for delivered without a mark', async () => {
    await expect(handOverTo(undefined)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('token-unwrapper.yaml'),
    });
  });
});
