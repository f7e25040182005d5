// One suite for several servers.
/* eslint-disable jest/no-export */

import { itemsAt, textAt, valueAt } from '../../network/valueAt';
import { administrate, type Administration } from './administrate';
import { clusterAs, type ClusterUnderTest } from './ClusterUnderTest';
import { makeConfigMaps } from './makeConfigMaps';

/** More than two of the adapter's pages. */
const MANY = 1_050;

/** What an API server must do for lists that come in pages. */
export function describePages(cluster: () => ClusterUnderTest): void {
  describe('listing in pages', () => {
    let admin: Administration;
    let names: string[];
    beforeAll(async () => {
      admin = await administrate(cluster());
      names = await makeConfigMaps(admin, MANY);
    });

    it('reads more objects than two pages have, each once', async () => {
      const { namespace } = admin;
      const { reader } = clusterAs(cluster(), 'portal');
      const found = await reader.list('ConfigMap', { namespace });
      const seen = found
        .map(it => it.meta.name)
        .filter(it => names.includes(it));
      expect(seen.sort()).toEqual(names);
    });

    it('gives pages of one moment, whatever happens meanwhile', async () => {
      const path = `${admin.home}/configmaps?limit=400`;
      const first = (await admin.demand('GET', path)).body;
      const later = { metadata: { name: 'zz-made-later' } };
      await admin.create('configmaps', later);
      const pages: unknown[] = [first];
      for (let from = nextOf(first); from; from = nextOf(pages.at(-1))) {
        const query = `&continue=${encodeURIComponent(from)}`;
        pages.push((await admin.demand('GET', path + query)).body);
      }
      await admin.delete('configmaps', 'zz-made-later');
      const versions = pages.map(it =>
        textAt(it, 'metadata', 'resourceVersion'),
      );
      expect(pages.map(it => itemsAt(it, 'items').length).slice(0, 2)).toEqual([
        400, 400,
      ]);
      expect(new Set(versions).size).toBe(1);
      expect(valueAt(first, 'metadata', 'remainingItemCount')).toBeGreaterThan(
        MANY - 401,
      );
      expect(JSON.stringify(pages)).not.toContain('made-later');
    });

    it('says that a token to continue from is none', async () => {
      const path = `${admin.home}/configmaps?limit=1&continue=nonsense`;
      expect(await admin.send('GET', path)).toMatchObject({
        status: 400,
        body: {
          reason: 'BadRequest',
          message: expect.stringMatching('^invalid continue token'),
        },
      });
    });
  });
}

function nextOf(page: unknown): string | undefined {
  return textAt(page, 'metadata', 'continue') || undefined;
}
