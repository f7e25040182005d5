import { startSandbox, type Sandbox } from 'sandbox';
import { sandboxConfig } from './__testUtils__/sandboxConfig';
import {
  componentOf,
  eventually,
  startPortal,
  type Portal,
} from './__testUtils__/startPortal';
import { volumeEncryptionPlugin } from './plugin';

jest.setTimeout(60_000);

const entities = [
  componentOf('ledger', 'payments'),
  componentOf('thief', 'thieves', {
    'backstage.io/kubernetes-id': 'ledger',
    'backstage.io/kubernetes-namespace': 'payments',
  }),
];
const ledger = { entityRef: 'component:default/ledger' };
const data = {
  ...ledger,
  cluster: 'sandbox',
  namespace: 'payments',
  claim: 'ledger-data',
};

interface Listed {
  name: string;
  attributes: { readOnly: boolean; destructive: boolean };
}

/** Invokes an action as an assistant does. */
function invoke({ post }: Portal, name: string, input: object) {
  return post(
    `/.backstage/actions/v2/actions/volume-encryption:${name}/invoke`,
    { input },
  );
}

describe('the actions', () => {
  let sandbox: Sandbox;
  let portal: Portal;

  beforeAll(async () => {
    sandbox = await startSandbox({ seed: true });
    portal = await startPortal({
      plugin: volumeEncryptionPlugin,
      config: sandboxConfig(sandbox),
      entities,
    });
    await eventually(
      () => invoke(portal, 'verify-volume', { ...data, require: 'active' }),
      ({ body }) => body.output?.verified,
    );
  });
  afterAll(async () => {
    await portal?.stop();
    await sandbox?.stop();
  });

  it('only read, but for two that give access and take none', async () => {
    const { body } = await portal.get('/.backstage/actions/v1/actions');
    const { actions }: { actions: Listed[] } = body;
    const reading = actions.filter(({ attributes }) => attributes.readOnly);
    expect(reading.map(({ name }) => name)).toEqual([
      'list-entity-volumes',
      'verify-volume',
      'list-tenants',
      'inspect-tenant',
    ]);
    const writing = actions.filter(({ attributes }) => !attributes.readOnly);
    expect(
      writing.map(({ name, attributes }) => [name, attributes.destructive]),
    ).toEqual([
      ['onboard-tenant', false],
      ['rotate-tenant-credential', true],
    ]);
  });

  it('list the volumes of an entity', async () => {
    const { body } = await invoke(portal, 'list-entity-volumes', ledger);
    expect(body.output).toEqual({
      total: 2,
      volumes: [
        expect.objectContaining({
          claim: 'ledger-data',
          size: '10Gi',
          verdict: 'volume/customer-key',
          state: 'active',
          remount: 'ready',
        }),
        expect.objectContaining({ claim: 'ledger-scratch', verdict: 'none' }),
      ],
      problems: [],
    });
  });

  it('list them by pages, and those that a search is for', async () => {
    const page = { ...ledger, limit: 1, offset: 1 };
    const { body } = await invoke(portal, 'list-entity-volumes', page);
    expect(body.output).toMatchObject({
      total: 2,
      volumes: [{ claim: 'ledger-scratch' }],
    });
    const search = { ...ledger, search: 'DATA' };
    const found = await invoke(portal, 'list-entity-volumes', search);
    expect(found.body.output).toMatchObject({
      total: 1,
      volumes: [{ claim: 'ledger-data' }],
    });
    const none = { ...ledger, limit: 0 };
    const { status } = await invoke(portal, 'list-entity-volumes', none);
    expect(status).toBe(400);
  });

  it('verify a volume, and say why another is not', async () => {
    const verified = await invoke(portal, 'verify-volume', data);
    expect(verified.body.output).toMatchObject({
      verified: true,
      verdict: 'volume/customer-key',
    });
    const scratch = { ...data, claim: 'ledger-scratch' };
    const { body } = await invoke(portal, 'verify-volume', scratch);
    expect(body.output).toMatchObject({
      verified: false,
      because: expect.stringContaining('it is none'),
    });
  });

  it('answer with the status of what went wrong', async () => {
    const missing = { ...data, claim: 'nothing' };
    expect((await invoke(portal, 'verify-volume', missing)).status).toBe(404);
    const nobody = { entityRef: 'component:default/nobody' };
    const { status } = await invoke(portal, 'list-entity-volumes', nobody);
    expect(status).toBe(404);
  });

  it("deny a component that points at another team's namespace", async () => {
    const thief = { entityRef: 'component:default/thief' };
    const { status } = await invoke(portal, 'list-entity-volumes', thief);
    expect(status).toBe(403);
    expect(portal.audit.at(-1)).toEqual({
      eventId: 'list-entity-volumes',
      meta: { ...thief, requestedBy: 'user:default/mock' },
      outcome: expect.stringContaining('does not name an owner'),
    });
  });
});
