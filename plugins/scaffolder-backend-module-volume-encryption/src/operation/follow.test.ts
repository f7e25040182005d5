import { mockServices } from '@backstage/backend-test-utils';
import type { OperationRequest } from 'backstage-plugin-volume-encryption-common';
import type { VolumeEncryptionService } from 'backstage-plugin-volume-encryption-node';
import {
  exampleResult,
  examplePlan,
  fakeService,
} from '../__testUtils__/fakeService';
import { initiator } from '../__testUtils__/runStep';
import { follow } from './follow';

const request: OperationRequest = {
  operation: 'tenant-shred',
  ...{ cluster: 'prod', namespace: 'payments' },
  ...{ kmsId: 'vault', confirm: 'prod.payments' },
};

async function linesOf(runOperation: VolumeEncryptionService['runOperation']) {
  const lines: string[] = [];
  const logger = mockServices.logger.mock({
    info: line => lines.push(line),
    warn: line => lines.push(line),
  });
  const its = {
    plan: examplePlan,
    logger,
    options: { credentials: initiator },
  };
  const service = fakeService({ runOperation });
  const ended = await follow(request, its, service).catch(error => error);
  return { lines, ended };
}

const result = exampleResult();
const [step] = result.steps;

it('tells what is to be done, then each step once, as it ends', async () => {
  const { lines, ended } = await linesOf(async (_, { onProgress }) => {
    onProgress?.({ step });
    return result;
  });
  expect(ended).toBe(result);
  expect(lines).toEqual([
    'To do: Apply Example "one"',
    'Apply Example "one": unchanged',
    'All is well.',
  ]);
});

it('has told what was done when it fails', async () => {
  const failure = new Error('Vault is sealed.');
  const receipt = {
    ...{ tenantId: 'prod.payments', kms: 'vault', mount: 'csi/prod.payments' },
    ...{ mountRemoved: false, finished: false, requestedBy: 'user:x/ada' },
    destroyed: [{ name: 'a', versions: 1 }],
    remaining: [{ name: 'b', reason: 'Not tried yet.' }],
    at: '2026-01-01T00:00:00Z',
  };
  const { lines, ended } = await linesOf(async (_, { onProgress }) => {
    onProgress?.({ step });
    onProgress?.({ receipt });
    throw failure;
  });
  expect(ended).toBe(failure);
  expect(lines.slice(1)).toEqual([
    'Apply Example "one": unchanged',
    '1 keys of csi/prod.payments are destroyed, and 1 things remain, as the receipt tells.',
  ]);
});
