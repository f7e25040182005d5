import express from 'express';
import request from 'supertest';
import { mockErrorHandler, mockServices } from '@backstage/backend-test-utils';
import {
  OPERATION_LINES,
  VolumeEncryptionError,
  type OperationResult,
} from 'backstage-plugin-volume-encryption-common';
import type { OperationContext } from '../operations';
import { answerErrors } from './answerErrors';
import type { HttpParts } from './HttpParts';
import { postOperation } from './postOperation';

const result: OperationResult = {
  ...{ operation: 'tenant-offboard', steps: [], references: [], notes: [] },
};
const step = { id: 'a', title: 'A', outcome: 'deleted' } as const;
const plan = { operation: 'tenant-offboard', steps: [], notes: [] } as const;
const tenant = {
  ...{ operation: 'tenant-offboard', cluster: 'prod' },
  ...{ namespace: 'payments', kmsId: 'vault' },
};
const failure = new VolumeEncryptionError('kms-sealed', 'Sealed.');

/** An operation that ends one step, and then as is given. */
function asked(end: () => Promise<OperationResult>, accept: string) {
  const auditor = mockServices.auditor.mock();
  auditor.createEvent.mockResolvedValue({
    success: jest.fn(),
    fail: jest.fn(),
  });
  const parts: Pick<
    HttpParts,
    'auditor' | 'logger' | 'httpAuth' | 'access' | 'operations'
  > = {
    auditor,
    logger: mockServices.logger.mock(),
    httpAuth: mockServices.httpAuth(),
    access: Object({ authorizePlatform: async () => {} }),
    operations: {
      plan: jest.fn(),
      run: async (_, { onPlan, onProgress }: OperationContext) => {
        onPlan?.(plan);
        onProgress?.({ step });
        return end();
      },
    },
  };
  const router = express.Router();
  router.post('/operations', express.json(), (req, res, next) => {
    Promise.resolve(postOperation(Object(parts))(req, res, next)).catch(next);
  });
  const app = express();
  app.use(answerErrors(router, parts.logger), mockErrorHandler());
  return request(app).post('/operations').set('Accept', accept).send(tenant);
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line));
const collected = (answer: ReturnType<typeof asked>) =>
  answer.buffer().parse((response, done) => {
    let text = '';
    response.on('data', part => {
      text += part;
    });
    response.on('end', () => done(null, text));
  });

it('tells line by line whoever asks for lines', async () => {
  const answer = asked(async () => result, OPERATION_LINES);
  const { status, headers, body } = await collected(answer);
  expect([status, headers['content-type']]).toEqual([200, OPERATION_LINES]);
  expect(headers['cache-control']).toContain('no-transform');
  expect(linesOf(body)).toEqual([{ step }, { result }]);
});

it('tells in the last line what went wrong', async () => {
  const answer = asked(() => Promise.reject(failure), OPERATION_LINES);
  const { body } = await collected(answer);
  expect(linesOf(body)).toEqual([
    { step },
    { error: expect.objectContaining({ code: 'kms-sealed' }) },
  ]);
});

it('tells nothing of what nobody foresaw', async () => {
  const canary = new Error('hvs.canary');
  const answer = asked(() => Promise.reject(canary), OPERATION_LINES);
  const { body } = await collected(answer);
  expect(body).not.toContain('canary');
  expect(linesOf(body)[1].error.message).toContain('unexpectedly');
});

it('has in any other error what was done before it', async () => {
  const answer = asked(() => Promise.reject(failure), 'application/json');
  const { status, body } = await answer;
  expect(status).toBe(503);
  expect(body).toMatchObject({
    error: { code: 'kms-sealed' },
    progress: [{ step }],
  });
});
