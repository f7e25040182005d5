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
    for (const path of ['volumes', 'tenants']) {
      const answer = await portal.get(`${ENTITY}/intruder/${path}`);
      expect(answer.status).toBe(403);
      expect(answer.body.error.code).toBe('no-consent');
      expect(answer.text).not.toContain('ledger-data');
    }
    expect(portal.audit).toContainEqual({
      eventId: 'entity-volumes-read',
      meta: { entityRef: 'component:default/intruder' },
      outcome: expect.stringMatching(
        /^Namespace "payments" that its annotation/,
      ),
    });
  });

  it('is refused on write, and audited', async () => {
    for (const entity of ['intruder', 'prowler']) {
      const entityRef = `component:default/${entity}`;
      for (const path of ['/plans', '/operations']) {
        const { status, body } = await portal.post(path, {
          ...claim,
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
