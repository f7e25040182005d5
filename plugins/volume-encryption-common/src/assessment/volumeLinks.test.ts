import { testClaim, testPod, testVolume } from '../kubernetes/testObjects';
import { unknown } from '../observation/observed';
import { readEvidence } from './evidence';
import type { LinkFinding } from './linkFinding';
import { seen, testFacts } from './testFacts';
import type { VolumeFacts } from './volumeFacts';
import { claimLink, volumeLink } from './volumeLinks';

const brief = ({ name, status, grade, code }: LinkFinding) =>
  `${name} ${status} ${grade} ${code}`;

it.each<[string, Partial<VolumeFacts>, string]>([
  ['bound', {}, 'data ok E1 formats-at-first-mount'],
  ['mounted', { pods: seen([testPod()]) }, 'data ok E4 mounted'],
  [
    'bound, its pods hidden',
    { pods: unknown('denied', 'No.') },
    'data ok E1 formats-at-first-mount',
  ],
  [
    'waiting',
    { claim: testClaim({ phase: 'Pending' }) },
    'data unknown E1 not-provisioned',
  ],
  [
    'lost, though a pod runs',
    { claim: testClaim({ phase: 'Lost' }), pods: seen([testPod()]) },
    'data broken E1 volume-gone',
  ],
])('a claim that is %s', (_, changes, expected) => {
  expect(brief(claimLink(readEvidence(testFacts(changes))))).toBe(expected);
});

const withAttributes = (attributes: Record<string, string | undefined>) => ({
  volume: seen(testVolume(attributes)),
});

it.each<[string, Partial<VolumeFacts>, string]>([
  ['encrypted', {}, 'pvc-1 ok E2 recorded-encrypted'],
  [
    'encrypted by file',
    withAttributes({ encryptionType: 'file' }),
    'pvc-1 ok E2 recorded-encrypted',
  ],
  [
    'not encrypted',
    withAttributes({ encrypted: 'False' }),
    'pvc-1 warning E2 recorded-unencrypted',
  ],
  [
    'of an odd record',
    withAttributes({ encrypted: 'yes' }),
    'pvc-1 unknown E2 record-ambiguous',
  ],
  [
    'written by hand',
    withAttributes({
      'storage.kubernetes.io/csiProvisionerIdentity': undefined,
    }),
    'pvc-1 unknown E1 static-volume',
  ],
  [
    'hidden',
    { volume: unknown('denied', 'No.') },
    'pvc-1 unknown E0 volume-unread',
  ],
  [
    'not there yet',
    {
      claim: testClaim({ phase: 'Pending', volumeName: undefined }),
      volume: seen(undefined),
    },
    'none yet unknown E0 not-provisioned',
  ],
])('a volume that is %s', (_, changes, expected) => {
  expect(brief(volumeLink(readEvidence(testFacts(changes))))).toBe(expected);
});
