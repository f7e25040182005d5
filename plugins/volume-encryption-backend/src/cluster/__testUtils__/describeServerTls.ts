// One suite for several servers.
/* eslint-disable jest/no-export */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAuthority } from 'testbed';
import type { ClusterConnection } from '../../config/types';
import { temporaryFolder } from '../../network/__testUtils__/temporaryFolder';
import { createCluster } from '../createCluster';
import { configFor, type ClusterUnderTest } from './ClusterUnderTest';

type Url = Extract<ClusterConnection, { kind: 'url' }>;

/** What is said of a real API server's certificate that is not as expected. */
export function describeServerTls(cluster: () => ClusterUnderTest): void {
  describe('TLS', () => {
    const otherCa = join(temporaryFolder(), 'ca.pem');
    const { certificate } = createAuthority('of others');
    beforeAll(() => writeFileSync(otherCa, certificate));

    const list = (change: Partial<Url>) => {
      const { url, caFile, tokens } = cluster();
      const usual = { url, caFile, skipTlsVerify: false, token: tokens.portal };
      const connection = { kind: 'url' as const, ...usual, ...change };
      const config = { ...configFor(cluster(), ''), connection };
      return createCluster(config).reader.list('Namespace', {});
    };
    const plain = () => cluster().url.replace('https:', 'http:');

    it('is well with its own authority and name', async () => {
      const found = await list({ tlsServerName: 'kubernetes.default.svc' });
      expect(found.length).toBeGreaterThan(0);
    });

    it.each<[string, () => Partial<Url>, RegExp]>([
      ['another authority', () => ({ caFile: otherCa }), /not trusted/],
      ['no authority', () => ({ caFile: undefined }), /not trusted/],
      [
        'another name',
        () => ({ tlsServerName: 'rogue.example' }),
        /for another name/,
      ],
      ['plain HTTP', () => ({ url: plain() }), /it speaks TLS; use https:/],
    ])('is refused with %s', async (_, change, words) => {
      await expect(list(change())).rejects.toMatchObject({
        code: 'cluster-unreachable',
        message: expect.stringMatching(words),
      });
    });
  });
}
