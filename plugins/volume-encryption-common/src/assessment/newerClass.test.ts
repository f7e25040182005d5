import { testMeta, testVolume } from '../kubernetes/testObjects';
import { newerClass } from './newerClass';

const CHANGE = 'It asks for encryption "none".';
const ofClass = testMeta({
  name: 'encrypted',
  createdAt: '2026-03-02T00:00:00Z',
});
const volume = { ...testVolume(), storageClassName: 'encrypted' };

it('is made again when a provisioner made the volume and it asks for something else', () => {
  expect(newerClass(ofClass, volume, CHANGE)).toMatchObject({
    code: 'class-recreated',
    severity: 'warning',
    message: expect.stringContaining(CHANGE),
  });
});

it.each([
  ['a volume of another class', { storageClassName: 'former' }],
  ['a volume written by hand', { meta: { ...volume.meta, annotations: {} } }],
  [
    'a volume out of a backup',
    { meta: { ...volume.meta, labels: { 'velero.io/restore-name': 'r' } } },
  ],
])('is only younger than %s', (_, changes) => {
  expect(newerClass(ofClass, { ...volume, ...changes }, CHANGE)).toMatchObject({
    code: 'class-newer-than-volume',
  });
});

it('is nothing to tell of when it is older', () => {
  const older = { ...ofClass, createdAt: '2026-01-01T00:00:00Z' };
  expect(newerClass(older, volume, CHANGE)).toBeUndefined();
});
