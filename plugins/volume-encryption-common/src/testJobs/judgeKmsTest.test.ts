import { parseObject } from '../kubernetes/parseObject';
import { testPod } from '../kubernetes/testObjects';
import { judgeKmsTest } from './judgeKmsTest';

const podThatSaid = (lastWords?: string) => testPod({ lastWords });

it.each([
  ['0 200', 'kms-test-answered', 'ok', 'it is active'],
  ['0 429', 'kms-test-answered', 'ok', 'standby'],
  ['0 503', 'kms-test-answered', 'warning', 'sealed'],
  ['0 404', 'kms-test-answered', 'warning', 'HTTP status 404'],
  ['6 000', 'kms-test-failed', 'error', 'DNS'],
  ['7 000', 'kms-test-failed', 'error', 'refused'],
  ['28 000', 'kms-test-failed', 'error', 'within 20 s'],
  ['60 000', 'kms-test-failed', 'error', 'not trusted'],
  ['99 000', 'kms-test-failed', 'error', 'curl ended with 99'],
  ['sh: curl: not found', 'kms-test-inconclusive', 'warning', 'told nothing'],
  [undefined, 'kms-test-inconclusive', 'warning', 'told nothing'],
])('takes "%s" as %s', (words, code, severity, text) => {
  const reason = judgeKmsTest({ pods: [podThatSaid(words)], places: 1 });
  expect(reason).toMatchObject({ code, severity });
  expect(reason.message).toContain(text);
});

it('says why no pod asked', () => {
  expect(judgeKmsTest({ pods: [], places: 0 })).toMatchObject({
    code: 'kms-test-inconclusive',
    message: expect.stringContaining('no node of this cluster runs pods'),
  });
});

it('reads the last words of the pods of tests, and of no other', () => {
  const pod = (labels: object) =>
    parseObject('Pod', {
      metadata: {
        ...{ name: 'p', namespace: 'n', labels },
        creationTimestamp: '2026-01-01T00:00:00Z',
      },
      status: {
        containerStatuses: [{ state: { terminated: { message: '0 200' } } }],
      },
    }).lastWords;
  expect(pod({ 'volume-encryption.backstage.io/test-run': 'a' })).toBe('0 200');
  expect(pod({})).toBeUndefined();
});
