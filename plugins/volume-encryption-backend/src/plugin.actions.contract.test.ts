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
      'preflight-volume',
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

  it('list tenants, and look closely at one', async () => {
    const search = { search: 'payments' };
    const { body } = await invoke(portal, 'list-tenants', search);
    expect(body.output.tenants).toContainEqual(
      expect.objectContaining({
        ...{ cluster: 'sandbox', namespace: 'payments' },
        owner: 'group:default/payments',
        custody: 'vaulttenantsa',
      }),
    );
    const tenant = { cluster: 'sandbox', namespace: 'payments' };
    const inspected = await invoke(portal, 'inspect-tenant', tenant);
    expect(inspected.body.output).toMatchObject({
      tenant,
      mount: 'csi/sandbox.payments',
      keys: expect.any(Number),
    });
  });

  it('onboard a tenant and rotate its credential, audited, without it', async () => {
    const tenant = { cluster: 'sandbox', namespace: 'by-assistant' };
    const connection = { ...tenant, kmsId: 'vault-tokens' };
    const onboarded = await invoke(portal, 'onboard-tenant', {
      ...connection,
      owner: 'group:default/payments',
      createNamespace: true,
    });
    expect(onboarded.body.output.steps).toHaveLength(5);
    expect(portal.audit.at(-1)).toEqual({
      eventId: 'operation-run',
      meta: {
        actionType: 'tenant-onboard',
        ...connection,
        owner: 'group:default/payments',
        createNamespace: true,
        requestedBy: 'user:default/mock',
        consent: { from: null, to: 'group:default/payments' },
      },
      outcome: 'success',
    });
    const rotate = 'rotate-tenant-credential';
    const rotated = await invoke(portal, rotate, connection);
    expect(rotated.status).toBe(200);
    expect(portal.audit.at(-1)).toMatchObject({
      meta: { actionType: 'tenant-rotate', ...connection },
      outcome: 'success',
    });
    const shown = onboarded.text + rotated.text + JSON.stringify(portal.audit);
    expect(shown).not.toMatch(/hvs\.|s\.[A-Za-z0-9]{24}/);
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
