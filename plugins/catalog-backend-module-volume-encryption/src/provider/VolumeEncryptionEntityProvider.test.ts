import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { CatalogFactPage } from 'backstage-plugin-volume-encryption-common';
import { kmsFact, settings, tenantFact } from '../entity/testFacts';
import { catalogWith } from './testCatalog';
import { VolumeEncryptionEntityProvider } from './VolumeEncryptionEntityProvider';

const vault = kmsFact('vault');
const payments = tenantFact('prod', 'payments');
const schedule = { frequency: { minutes: 5 }, timeout: { minutes: 3 } };

/** One run, with a catalog that has these entities and a backend that says this. */
async function run(
  entities: Iterable<Entity>,
  answer: (page: { after?: string }) => Promise<CatalogFactPage>,
) {
  const logger = mockServices.logger.mock();
  const scheduler = mockServices.scheduler();
  const applyMutation = jest.fn(async () => {});
  const provider = new VolumeEncryptionEntityProvider({
    auth: mockServices.auth({ pluginId: 'catalog' }),
    catalog: catalogServiceMock({ entities: [...entities] }),
    logger,
    scheduler,
    service: { listCatalogFacts: answer },
    settings: { ...settings, schedule },
  });
  await provider.connect({ applyMutation, refresh: async () => {} });
  await scheduler.triggerTask('volume-encryption:refresh');
  return { mutations: applyMutation.mock.calls.flat(), logger };
}

it('reads all pages, and gives a delta', async () => {
  const { mutations } = await run(catalogWith(payments).values(), async page =>
    page.after
      ? { items: [kmsFact('zebra')], unread: [] }
      : { items: [vault], next: 'kms/vault', unread: [] },
  );
  expect(mutations).toMatchObject([
    {
      type: 'delta',
      added: [
        { entity: { metadata: { name: 'kms.vault' } } },
        { entity: { metadata: { name: 'kms.zebra' } } },
      ],
      removed: [{ entityRef: 'resource:default/kms-tenant.prod.payments' }],
    },
  ]);
});

it('takes a cluster for unread that any page names', async () => {
  const { mutations } = await run(catalogWith(payments).values(), async page =>
    page.after
      ? { items: [], unread: [] }
      : { items: [], next: 'kms/vault', unread: ['prod'] },
  );
  expect(mutations).toEqual([]);
});

it('changes nothing when a page cannot be read, and says why', async () => {
  const { mutations, logger } = await run(
    catalogWith(payments).values(),
    async page => {
      if (page.after) throw new Error('The backend did not answer.');
      return { items: [vault], next: 'kms/vault', unread: [] };
    },
  );
  expect(mutations).toEqual([]);
  expect(logger.warn).toHaveBeenCalledWith(
    expect.stringMatching(/stay as they are.*The backend did not answer\./),
  );
});

it("leaves others' entities alone that name a fact", async () => {
  const [mine] = [...catalogWith(payments).values()];
  const theirs: Entity = {
    ...mine,
    metadata: {
      ...mine.metadata,
      annotations: {
        ...mine.metadata.annotations,
        'backstage.io/managed-by-origin-location': 'url:https://elsewhere',
      },
    },
  };
  const { mutations } = await run([theirs], async () => ({
    items: [],
    unread: [],
  }));
  expect(mutations).toEqual([]);
});
