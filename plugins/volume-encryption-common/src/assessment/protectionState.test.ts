import type { KeyDescription } from '../contract/api';
import { testMountFailure, testPod } from '../kubernetes/testObjects';
import { unknown } from '../observation/observed';
import { readEvidence } from './evidence';
import { stateOf } from './protectionState';
import { seen, testFacts } from './testFacts';
import type { VolumeFacts } from './volumeFacts';

const hidden = unknown('denied', 'RBAC forbids it.');
const keys: Record<string, VolumeFacts['key']> = {
  present: seen<KeyDescription>({ presence: 'present' }),
  absent: seen<KeyDescription>({ presence: 'absent' }),
  'soft-deleted': seen<KeyDescription>({ presence: 'soft-deleted' }),
  hidden,
};
const mounts: Record<string, Partial<VolumeFacts>> = {
  mounted: { pods: seen([testPod()]) },
  failed: { pods: seen([testPod()]), events: seen([testMountFailure()]) },
  unmounted: {},
  unread: { pods: hidden },
};

/** Every mount with every key: state and grade of the evidence. */
it.each([
  ['block', 'mounted', 'present', 'active E4'],
  ['block', 'mounted', 'absent', 'active E4'],
  ['block', 'mounted', 'soft-deleted', 'active E4'],
  ['block', 'mounted', 'hidden', 'active E4'],
  ['block', 'failed', 'present', 'cannot-tell E2'],
  ['block', 'failed', 'hidden', 'cannot-tell E2'],
  ['block', 'unmounted', 'present', 'prepared E2'],
  ['block', 'unmounted', 'absent', 'cannot-tell E2'],
  ['block', 'unmounted', 'soft-deleted', 'cannot-tell E2'],
  ['block', 'unmounted', 'hidden', 'prepared E2'],
  ['block', 'unread', 'present', 'cannot-tell E2'],
  ['block', 'unread', 'hidden', 'cannot-tell E2'],
  ['file', 'mounted', 'present', 'active E4'],
  ['file', 'mounted', 'hidden', 'active E4'],
  ['file', 'failed', 'present', 'cannot-tell E2'],
  ['file', 'unmounted', 'present', 'prepared E2'],
  ['file', 'unmounted', 'absent', 'cannot-tell E2'],
  ['file', 'unmounted', 'soft-deleted', 'cannot-tell E2'],
  ['file', 'unmounted', 'hidden', 'cannot-tell E2'],
  ['file', 'unread', 'present', 'cannot-tell E2'],
] as const)('%s, %s, key %s: %s', (encryption, mount, key, expected) => {
  const facts = testFacts({ ...mounts[mount], key: keys[key] });
  const { state, grade, findings } = stateOf(readEvidence(facts), encryption);
  expect(`${state} ${grade}`).toBe(expected);
  const isKeySeen = findings.some(it => it.code === 'key-present');
  expect(isKeySeen).toBe(key === 'present');
});
