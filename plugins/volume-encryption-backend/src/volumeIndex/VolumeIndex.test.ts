import { mockServices } from '@backstage/backend-test-utils';
import { VolumeEncryptionError } from 'backstage-plugin-volume-encryption-common';
import type { Cluster } from 'backstage-plugin-volume-encryption-node';
import { VolumeIndex } from './VolumeIndex';

/** What is logged of a cluster of which nothing can be read. */
async function logged(error: Error): Promise<string[]> {
  const watch: Cluster['reader']['watch'] = async function* fail(
    _,
    { signal },
  ) {
    yield { type: 'failed', error };
    await new Promise(resolve => {
      signal.addEventListener('abort', resolve);
    });
  };
  const list = async () => {
    throw error;
  };
  const reader = { list, get: jest.fn(), watch };
  const writer = { apply: jest.fn(), patch: jest.fn(), delete: jest.fn() };
  const cluster = { name: 'prod', csiNamespace: 'rook-ceph', reader, writer };
  const logger = mockServices.logger.mock();
  const index = new VolumeIndex({ clusters: [cluster], logger });
  const stop = new AbortController();
  const following = index.follow(stop.signal);
  const state = () => index.snapshot('prod').tables.ConfigMap.state;
  while (state() === 'syncing') await new Promise(setImmediate);
  stop.abort();
  await following;
  return logger.warn.mock.calls.map(([line]) => line);
}

it('logs where an error that nobody foresaw came from, not its text', async () => {
  const lines = await logged(new TypeError('s.secret'));
  expect(lines).toContain(
    'Watch of Pod on cluster prod: unreachable. The watch failed unexpectedly.',
  );
  const origins = lines.filter(it => it.startsWith('Unexpected TypeError'));
  expect(origins[0]).toContain('VolumeIndex.test.ts');
  // Each watch once, and what runs Ceph CSI.
  expect(origins).toHaveLength(lines.length - origins.length + 1);
  expect(lines.join()).not.toContain('s.secret');
});

it('logs an error of ours in its words only', async () => {
  const ours = new VolumeEncryptionError('cluster-denied', 'In our words.');
  const lines = await logged(ours);
  expect(lines).toContain(
    'Watch of Pod on cluster prod: denied. In our words.',
  );
  expect(lines.filter(it => it.startsWith('Unexpected'))).toEqual([]);
});
