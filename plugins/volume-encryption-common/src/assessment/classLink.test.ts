import {
  testClaim,
  testClass,
  testMeta,
  testVolume,
} from '../kubernetes/testObjects';
import { unknown } from '../observation/observed';
import { classFindings } from './classFindings';
import { classLink } from './classLink';
import { readEvidence } from './evidence';
import { seen, testFacts } from './testFacts';
import type { VolumeFacts } from './volumeFacts';

const madeAt = (createdAt: string) =>
  testClass(
    { encrypted: undefined },
    { meta: testMeta({ name: 'encrypted', createdAt }) },
  );

it.each<[string, Partial<VolumeFacts>, string]>([
  ['asks for what the volume is', {}, 'ok E1 class-predicts'],
  [
    'asks for something else',
    { volume: seen(testVolume({ encrypted: undefined })) },
    'warning E0 class-differs',
  ],
  [
    'asks for it in another spelling',
    { storageClass: seen(testClass({ encrypted: 'T' })) },
    'ok E1 class-predicts',
  ],
  [
    'is younger than the volume by a second',
    { storageClass: seen(madeAt('2026-03-01T10:00:06Z')) },
    'warning E0 class-recreated',
  ],
  [
    'is as old as the volume',
    { storageClass: seen(madeAt('2026-03-01T10:00:05Z')) },
    'warning E0 class-differs',
  ],
  ['is gone', { storageClass: seen(undefined) }, 'unknown E0 class-missing'],
  [
    'is hidden',
    { storageClass: unknown('denied', 'No.') },
    'unknown E0 class-unread',
  ],
])('a class that %s', (_, changes, expected) => {
  const link = classLink(readEvidence(testFacts(changes)));
  expect(`${link.status} ${link.grade} ${link.code}`).toBe(expected);
  expect(link.name).toBe('encrypted');
});

it('may be named by nobody', () => {
  const claim = testClaim({ storageClassName: undefined });
  const facts = testFacts({ claim, storageClass: seen(undefined) });
  expect(classLink(readEvidence(facts)).name).toBe('none named');
});

it('tells what it asks for and what the volume is', () => {
  const storageClass = seen(testClass({ encryptionType: 'file' }));
  const [finding] = classFindings(readEvidence(testFacts({ storageClass })));
  expect(finding.message).toContain('asks for encryption "file"');
  expect(finding.message).toContain('made with "block"');
});

it.each(['false', undefined])(
  'of a volume that is not read says nothing, asking %s',
  encrypted => {
    const storageClass = seen(testClass({ encrypted }));
    const volume = unknown('timeout', 'Too slow.');
    const evidence = readEvidence(testFacts({ storageClass, volume }));
    expect(classFindings(evidence)).toEqual([]);
  },
);
