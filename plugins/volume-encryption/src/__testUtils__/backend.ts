import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { statusOfErrorCode } from 'backstage-plugin-volume-encryption-common';
import type {
  EntityVolumes,
  TimelinePage,
  VolumeEncryptionErrorCode,
} from 'backstage-plugin-volume-encryption-common';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';

const BASE = '*/api/volume-encryption';

/** Where the tests' backend has the volumes of the example entity. */
export const VOLUMES_URL = `${BASE}/entities/component/default/ledger/volumes`;

/** What is on every screen beside its own matter. */
const nothingChanged: TimelinePage = {
  ...{ total: 0, offset: 0, limit: 20, items: [], keptDays: 400 },
};

/**
 * A backend that answers over HTTP as the tests tell it to, where nothing has
 * changed as far as they do not say so.
 */
export function startBackend() {
  const server = setupServer(
    http.get(`${BASE}/*/timeline`, () => HttpResponse.json(nothingChanged)),
  );
  registerMswTestHooks(server);
  return {
    /** From now on a GET of this path is answered with this body. */
    answers(path: string, body: object) {
      server.use(http.get(`${BASE}${path}`, () => HttpResponse.json(body)));
    },
    /** From now on the example entity has these volumes. */
    hasVolumes(known: EntityVolumes) {
      server.use(http.get(VOLUMES_URL, () => HttpResponse.json(known)));
    },
    /** From now on a GET of this path fails with this code. */
    fails(path: string, code: VolumeEncryptionErrorCode, message: string) {
      const body = { error: { name: 'VolumeEncryptionError', message, code } };
      server.use(
        http.get(`${BASE}${path}`, () =>
          HttpResponse.json(body, { status: statusOfErrorCode[code] }),
        ),
      );
    },
    /** From now on the permission backend answers every request with this. */
    decides(result: 'ALLOW' | 'DENY') {
      server.use(
        http.post('*/api/permission/authorize', async ({ request }) => {
          const asked = (await request.json()) as { items: { id: string }[] };
          const items = asked.items.map(({ id }) => ({ id, result }));
          return HttpResponse.json({ items });
        }),
      );
    },
    use: server.use.bind(server),
  };
}
