import type { AddressInfo } from 'node:net';
import { mockErrorHandler, mockServices } from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import {
  VolumeEncryptionError,
  type OperationResult,
} from 'backstage-plugin-volume-encryption-common';
import express from 'express';
import request from 'supertest';
import type { OperationContext } from '../operations';
import { contractRequests } from '../__testUtils__/contractRequests';
import { itemsAt, textAt, valueAt } from '../network/valueAt';
import { createRouter, createRoutes } from './createRouter';
import type { HttpParts } from './HttpParts';

const tenant = {
  operation: 'tenant-service-account',
  cluster: 'prod',
  namespace: 'payments',
  kmsId: 'vault',
};
const nothingDone: OperationResult = {
  operation: 'tenant-service-account',
  steps: [],
  references: [],
  notes: [],
};

type Act = (context: OperationContext) => Promise<OperationResult>;

function notAsked(): never {
  throw new Error('not asked in this test');
}

/** The routes with an operation service that runs so. */
function appThatRuns(act: Act) {
  const auditor = mockServices.auditor.mock();
  const event = { success: jest.fn(), fail: jest.fn() };
  auditor.createEvent.mockResolvedValue(event);
  const logger = mockServices.logger.mock();
  const parts: HttpParts = {
    auditor,
    logger,
    httpAuth: mockServices.httpAuth(),
    access: {
      authorizeEntity: notAsked,
      authorizePlatform: async () => {},
      authorizeEither: notAsked,
      requireConsent: notAsked,
      authorizeReading: notAsked,
      capabilities: notAsked,
    },
    moves: { plan: notAsked },
    status: {
      follow: notAsked,
      entityVolumes: notAsked,
      entityVolume: notAsked,
      claimVolume: notAsked,
      entityTenants: notAsked,
      storageClasses: notAsked,
      kms: notAsked,
      clusters: notAsked,
      namespaces: notAsked,
      kmsConnections: notAsked,
    },
    keyInventory: { list: notAsked, whole: notAsked },
    overview: {
      coverage: notAsked,
      volumes: notAsked,
      findings: notAsked,
      allVolumes: notAsked,
      allFindings: notAsked,
    },
    trends: { read: notAsked, whole: notAsked },
    inspector: { list: notAsked, inspect: notAsked },
    assurance: {
      setup: notAsked,
      drift: notAsked,
      identity: notAsked,
      isolation: notAsked,
    },
    keyRotations: { ofClaim: notAsked },
    kmsSources: { ofCluster: notAsked },
    catalogFacts: { list: notAsked, blastRadius: notAsked },
    preflights: { look: notAsked },
    receipts: { list: notAsked },
    timelines: { ofEntity: notAsked, ofVolume: notAsked, ofTenant: notAsked },
    operations: { plan: notAsked, run: (_, context) => act(context) },
  };
  const app = express();
  app.use(createRouter(parts));
  app.use(mockErrorHandler());
  return { app, auditor, event, logger, parts };
}

describe('POST /operations', () => {
  it('is audited with names only when it is done', async () => {
    const { app, auditor, event } = appThatRuns(async () => nothingDone);
    const { status, body } = await request(app)
      .post('/operations')
      .send(tenant);
    expect([status, body]).toEqual([200, nothingDone]);
    expect(auditor.createEvent).toHaveBeenCalledTimes(1);
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'operation-run',
        severityLevel: 'medium',
        meta: {
          actionType: 'tenant-service-account',
          cluster: 'prod',
          namespace: 'payments',
          kmsId: 'vault',
        },
      }),
    );
    expect(event.success).toHaveBeenCalledTimes(1);
    expect(event.fail).not.toHaveBeenCalled();
  });

  it.each(['done', 'not done'])(
    'tells the audit whom the namespace served when it is %s',
    async outcome => {
      const consent = { from: 'group:default/a', to: 'group:default/b' };
      const operation = 'namespace-consent';
      const { app, event } = appThatRuns(async ({ onPlan }) => {
        onPlan?.({ operation, steps: [], notes: [], consent });
        if (outcome === 'not done') throw new Error('not done');
        return nothingDone;
      });
      const place = { cluster: 'prod', namespace: 'payments' };
      await request(app)
        .post('/operations')
        .send({ operation, ...place, owner: 'b' });
      const told = [...event.success.mock.calls, ...event.fail.mock.calls];
      expect(told).toEqual([[expect.objectContaining({ meta: { consent } })]]);
    },
  );

  it('is done in the name of the caller', async () => {
    const contexts: OperationContext[] = [];
    const { app } = appThatRuns(async context => {
      contexts.push(context);
      return nothingDone;
    });
    await request(app).post('/operations').send(tenant);
    expect(contexts).toMatchObject([{ requestedBy: 'user:default/mock' }]);
    expect(contexts[0].signal?.aborted).toBe(false);
  });

  it('is told to stop when the caller goes away', async () => {
    const caller = new AbortController();
    const stopped = new Promise<boolean>(resolve => {
      const { app } = appThatRuns(async ({ signal }) => {
        signal?.addEventListener('abort', () => resolve(true));
        caller.abort();
        return new Promise(() => {});
      });
      const server = app.listen(0, '127.0.0.1', () => {
        const { port } = server.address() as AddressInfo;
        fetch(`http://127.0.0.1:${port}/operations`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(tenant),
          signal: caller.signal,
        }).catch(() => server.close());
      });
    });
    expect(await stopped).toBe(true);
  });

  it.each([
    ['kms-sealed', 503],
    ['not-ours', 409],
    ['unknown-cluster', 404],
  ] as const)(
    'that fails with %s is %i, and audited',
    async (code, expected) => {
      const fails = async () => {
        throw new VolumeEncryptionError(code, 'In our own words.', {
          field: 'cluster',
        });
      };
      const { app, event } = appThatRuns(fails);
      const { status, body } = await request(app)
        .post('/operations')
        .send(tenant);
      expect(status).toBe(expected);
      expect(body).toEqual({
        error: {
          name: 'VolumeEncryptionError',
          message: 'In our own words.',
          code,
          field: 'cluster',
        },
        request: { method: 'POST', url: '/operations' },
        response: { statusCode: expected },
      });
      expect(event.fail).toHaveBeenCalledTimes(1);
    },
  );

  it('that fails in a way nobody foresaw tells nothing of it', async () => {
    const secret = 'hvs.CAESIcanary';
    const fails = async () => {
      const error = new Error(`permission denied for token ${secret}`);
      throw Object.assign(error, { response: { body: secret } });
    };
    const { app, event, logger } = appThatRuns(fails);
    const { status, text } = await request(app)
      .post('/operations')
      .send(tenant);
    expect(status).toBe(500);
    expect(text).toContain('failed unexpectedly');
    const told = JSON.stringify([
      text,
      jest.mocked(event.fail).mock.calls.map(([{ error }]) => `${error}`),
      jest.mocked(logger.error).mock.calls,
    ]);
    expect(told).not.toContain(secret);
    expect(told).toContain('createRouter.test.ts');
  });
});

it("leaves Backstage's own errors as they are", async () => {
  const { app } = appThatRuns(async () => {
    throw new NotFoundError('There is none.');
  });
  const { status, body } = await request(app).post('/operations').send(tenant);
  expect([status, body.error.message]).toEqual([404, 'There is none.']);
});

it('tells what is wrong with a body that is no JSON', async () => {
  const { app } = appThatRuns(async () => nothingDone);
  const { status } = await request(app)
    .post('/operations')
    .set('Content-Type', 'application/json')
    .send('{"operation":');
  expect(status).toBe(400);
});

it('looks ahead of claims, and of no other operation', async () => {
  const { app } = appThatRuns(async () => nothingDone);
  const { status, body } = await request(app).post('/preflights').send(tenant);
  expect([status, body.error.code]).toEqual([400, 'invalid-input']);
});

it('serves what the contract has, and nothing else', () => {
  const { parts } = appThatRuns(async () => nothingDone);
  const { stack } = createRoutes(parts);
  const served = itemsAt({ stack }, 'stack').flatMap(layer => {
    const path = textAt(layer, 'route', 'path');
    const methods = valueAt(layer, 'route', 'methods');
    return Object.keys(methods ?? {}).map(method => `${method} ${path}`);
  });
  const named = contractRequests(name => `:${name}`);
  const documented = named.map(
    ({ method, path }) => `${method} ${path.split('?')[0]}`,
  );
  expect(served.sort()).toEqual(documented.sort());
});

describe('GET /catalog-facts and /blast-radius', () => {
  it.each(['tenant/prod/payments', 'tenant%2Fprod%2Fpayments'])(
    'take the id %s',
    async id => {
      const { app, parts } = appThatRuns(async () => nothingDone);
      const list = jest.fn(async () => ({ items: [], unread: [] }));
      const blastRadius = jest.fn(notAsked);
      parts.catalogFacts = { list, blastRadius };
      await request(app).get(`/catalog-facts?after=${id}&limit=2`);
      await request(app).get(`/blast-radius?of=${id}&offset=20`);
      const after = 'tenant/prod/payments';
      expect(list.mock.calls).toEqual([[{ after, limit: 2 }]]);
      expect(blastRadius.mock.calls).toEqual([
        [after, { limit: 50, offset: 20 }],
      ]);
    },
  );

  it('is refused without the id of which it is', async () => {
    const { app } = appThatRuns(async () => nothingDone);
    const { status, body } = await request(app).get('/blast-radius');
    expect([status, body.error.field]).toEqual([400, 'of']);
  });
});
