import { testFinding, testPlatformVolume } from './testVolume';
import { filterVolumes, type VolumeFilter } from './volumeFilter';

const sealed = testPlatformVolume({
  claim: 'sealed',
  remount: 'blocked',
  findings: [testFinding()],
});
const stray = testPlatformVolume({
  cluster: 'edge',
  namespace: 'web',
  claim: 'stray',
  owner: undefined,
  storageClass: undefined,
  driver: 'spec.hostPath',
  protection: 'none',
  state: 'cannot-tell',
  inFlight: 'unknown',
});
const hidden = testPlatformVolume({
  claim: 'hidden',
  owner: undefined,
  ownerKnown: false,
  driver: undefined,
});
const all = [sealed, stray, hidden];

it.each<[VolumeFilter, string[]]>([
  [{}, ['sealed', 'stray', 'hidden']],
  [{ cluster: 'edge' }, ['stray']],
  [{ namespace: 'web' }, ['stray']],
  [{ owner: 'group:default/payments' }, ['sealed']],
  [{ owner: '(none)' }, ['stray']],
  [{ owner: '(unknown)' }, ['hidden']],
  [{ driver: 'spec.hostPath' }, ['stray']],
  [{ driver: '(unknown)' }, ['hidden']],
  [{ storageClass: '(none)' }, ['stray']],
  [{ protection: 'none' }, ['stray']],
  [{ state: 'active' }, ['sealed', 'hidden']],
  [{ inFlight: 'unknown' }, ['stray']],
  [{ remount: 'blocked' }, ['sealed']],
  [{ impact: 'blocked' }, ['sealed']],
  [{ impact: 'at-risk' }, []],
  [{ reason: 'kms-sealed' }, ['sealed']],
  [{ reason: 'kms-sealed', impact: 'at-risk' }, []],
  [{ search: 'STRA' }, ['stray']],
  [{ search: 'edg' }, ['stray']],
  [{ cluster: 'edge', remount: 'blocked' }, []],
])('%j lets through %j', (filter, claims) => {
  expect(filterVolumes(all, filter).map(({ claim }) => claim)).toEqual(claims);
});
