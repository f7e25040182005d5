import { startSandbox, type Sandbox } from 'sandbox';
import { sandboxConfig } from './__testUtils__/sandboxConfig';
import {
  componentOf,
  startPortal,
  type Portal,
} from './__testUtils__/startPortal';
import { volumeEncryptionPlugin } from './plugin';

jest.setTimeout(60_000);

const ENTITY = '/entities/component/default';

/** An intruder's component that points at the payments team's volumes. */
const intruder = componentOf('intruder', 'insurance', {
  'backstage.io/kubernetes-id': 'ledger',
  'backstage.io/kubernetes-namespace': 'payments',
});

/** The same without naming the namespace. */
const prowler = componentOf('prowler', 'insurance', {
  'backstage.io/kubernetes-id': 'ledger',
});

const claim = {
  operation: 'claim',
  entityRef: 'component:default/ledger',
  cluster: 'sandbox',
  namespace: 'payments',
  name: 'stolen',
  storageClass: 'ceph-rbd-encrypted',
  size: '1Gi',
};
const rotation = {
  operation: 'key-rotation',
  entityRef: 'component:default/ledger',
  cluster: 'sandbox',
  namespace: 'payments',
  name: 'ledger-data',
  schedule: '@weekly',
};
const LEDGER_DATA = 'volumes/sandbox/payments/ledger-data';

let sandbox: Sandbox;
let portal: Portal;

async function open() {
  portal = await startPortal({
    plugin: volumeEncryptionPlugin,
    config: sandboxConfig(sandbox),
    entities: [componentOf('ledger', 'payments'), intruder, prowler],
  });
}

beforeAll(async () => {
  sandbox = await startSandbox({ seed: true });
});
afterAll(() => sandbox?.stop());
afterEach(() => portal?.stop());

it('a consent that is changed is audited with whom it was for', async () => {
  await open();
  const change = {
    operation: 'namespace-consent',
    cluster: 'sandbox',
    namespace: 'payments',
  };
  const [payments, insurance] = ['payments', 'insurance'].map(
    name => `group:default/${name}`,
  );
  const tell = async (owner?: string) => {
    portal.audit.length = 0;
    const { status } = await portal.post('/operations', { ...change, owner });
    return [status, ...portal.audit];
  };
  const { operation: actionType, ...place } = change;
  const done = { eventId: 'operation-run', outcome: 'success' };
  expect(await tell(insurance)).toEqual([
    200,
    {
      ...done,
      meta: {
        ...{ actionType, ...place, owner: insurance },
        consent: { from: payments, to: insurance },
      },
    },
  ]);
  expect(await tell()).toMatchObject([
    200,
    { ...done, meta: { consent: { from: insurance, to: null } } },
  ]);
  expect(await tell(payments)).toMatchObject([
    200,
    { ...done, meta: { consent: { from: null, to: payments } } },
  ]);
  const [, again] = await tell(payments);
  expect(again).toMatchObject(done);
  expect(again).not.toHaveProperty('meta.consent');
});

describe("a component that points at another team's namespace", () => {
  beforeEach(open);

  it('is refused on read, and audited', async () => {
    for (const path of [
      'volumes',
      'tenants',
      LEDGER_DATA,
      `${LEDGER_DATA}/key-rotation`,
    ]) {
      const answer = await portal.get(`${ENTITY}/intruder/${path}`);
      expect(answer.status).toBe(403);
      expect(answer.body.error.code).toBe('no-consent');
      expect(answer.body.error.message).not.toContain('ledger-data');
    }
    const meta = { entityRef: 'component:default/intruder' };
    const place = { cluster: 'sandbox', namespace: 'payments' };
    const its = { ...meta, ...place, claim: 'ledger-data' };
    expect(portal.audit).toEqual(
      [
        { eventId: 'entity-volumes-read', meta },
        { eventId: 'entity-tenants-read', meta },
        { eventId: 'entity-volume-read', meta: its },
        { eventId: 'key-rotation-read', meta: its },
      ].map(event => ({
        ...event,
        outcome: expect.stringMatching(
          /^Namespace "payments" that its annotation/,
        ),
      })),
    );
  });

  it('is told nothing of what a claim in it would meet, and audited', async () => {
    for (const entity of ['intruder', 'prowler']) {
      const entityRef = `component:default/${entity}`;
      const asked = { ...claim, entityRef };
      const { status, body } = await portal.post('/preflights', asked);
      expect([status, body.error.code]).toEqual([403, 'no-consent']);
      expect(portal.audit).toContainEqual({
        eventId: 'preflight',
        meta: expect.objectContaining({ entityRef, namespace: 'payments' }),
        outcome: expect.stringMatching(/^Namespace "payments" of cluster/),
      });
    }
  });

  it.each([claim, rotation])(
    'is refused $operation, and audited',
    async asked => {
      for (const entity of ['intruder', 'prowler']) {
        const entityRef = `component:default/${entity}`;
        for (const path of ['/plans', '/operations']) {
          const { status, body } = await portal.post(path, {
            ...asked,
            entityRef,
          });
          expect([status, body.error.code]).toEqual([403, 'no-consent']);
        }
        for (const eventId of ['operation-plan', 'operation-run']) {
          expect(portal.audit).toContainEqual({
            eventId,
            meta: expect.objectContaining({ entityRef, namespace: 'payments' }),
            outcome: expect.stringMatching(/^Namespace "payments" of cluster/),
          });
        }
      }
    },
  );

  it.each(['', '/key-rotation'])(
    'finds no claim of it by name (%s), told as if it were not there, and audited',
    async rest => {
      for (const claimOf of [LEDGER_DATA, `${LEDGER_DATA}-not-there`]) {
        portal.audit.length = 0;
        const { status, body } = await portal.get(
          `${ENTITY}/prowler/${claimOf}${rest}`,
        );
        expect([status, body.error.code]).toEqual([404, 'not-found']);
        const event = {
          eventId: rest ? 'key-rotation-read' : 'entity-volume-read',
          meta: {
            entityRef: 'component:default/prowler',
            cluster: 'sandbox',
            namespace: 'payments',
            claim: claimOf.split('/').at(-1),
          },
          outcome: body.error.message,
        };
        const isThere = claimOf === LEDGER_DATA;
        expect(portal.audit).toEqual(isThere ? [event] : []);
      }
    },
  );

  it('an entity that is not to be seen is audited', async () => {
    const { status } = await portal.get(`${ENTITY}/nobody/volumes`);
    expect(status).toBe(404);
    expect(portal.audit).toMatchObject([
      { meta: { entityRef: 'component:default/nobody' } },
    ]);
  });

  it('sees nothing of it by its labels either', async () => {
    const { status, text, body } = await portal.get(
      `${ENTITY}/prowler/volumes`,
    );
    expect(status).toBe(200);
    expect(body.volumes).toEqual([]);
    expect(text).not.toContain('payments');
  });
});
