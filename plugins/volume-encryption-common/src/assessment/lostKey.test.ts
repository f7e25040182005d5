import { testVolume } from '../kubernetes/testObjects';
import { unknown } from '../observation/observed';
import { readEvidence } from './evidence';
import { lostKeyFindings } from './lostKey';
import { seen, testFacts } from './testFacts';
import type { VolumeFacts } from './volumeFacts';

const kept = seen(testVolume({}, { reclaimPolicy: 'Retain' }));
const keptFile = seen(
  testVolume({ encryptionType: 'file' }, { reclaimPolicy: 'Retain' }),
);
const destroyed = seen({ presence: 'destroyed' } as const);

it.each<[string, Partial<VolumeFacts>, string]>([
  ['kept, key destroyed', { volume: kept, key: destroyed }, 'error'],
  [
    'kept, key absent',
    { volume: kept, key: seen({ presence: 'absent' }) },
    'error',
  ],
  ['kept, key there', { volume: kept }, ''],
  [
    'kept, key can be undeleted',
    { volume: kept, key: seen({ presence: 'soft-deleted' }) },
    '',
  ],
  ['kept, key not seen', { volume: kept, key: unknown('denied', 'No.') }, ''],
  ['not kept', { key: destroyed }, ''],
  [
    'file encryption, which may have no key yet',
    { volume: keptFile, key: destroyed },
    '',
  ],
])('of a volume that is %s', (_, changes, severity) => {
  const findings = lostKeyFindings(readEvidence(testFacts(changes)));
  expect(findings.map(it => it.severity).join()).toBe(severity);
});
