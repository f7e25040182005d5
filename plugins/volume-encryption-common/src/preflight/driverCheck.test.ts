import { seen } from '../assessment/testFacts';
import { checksOf, denied, inShort } from './testPreflight';

it.each([
  ['runs', seen(true), seen(3), 'ok'],
  ['runs, without a CSIDriver', seen(false), seen(1), 'ok'],
  ['runs, and its CSIDriver is hidden', denied, seen(1), 'ok'],
  [
    'runs nowhere',
    seen(true),
    seen(0),
    'warning storage-admin driver-not-on-node',
  ],
  [
    'runs nowhere that is seen',
    denied,
    seen(0),
    'warning storage-admin driver-not-on-node',
  ],
  [
    'is not there',
    seen(false),
    seen(0),
    'warning platform-team provisioner-silent',
  ],
  [
    'is installed, its nodes hidden',
    seen(true),
    denied,
    'unknown platform-team',
  ],
  ['is hidden', denied, denied, 'unknown platform-team'],
])('a driver that %s', (_, driverInstalled, driverNodes, expected) => {
  expect(inShort('driver', { driverInstalled, driverNodes })).toBe(expected);
});

it('is not looked for where the class is not known', () => {
  expect(checksOf('driver', { storageClass: denied })).toEqual([]);
});
