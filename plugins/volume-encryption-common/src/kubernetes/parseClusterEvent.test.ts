import { parseObject } from './parseObject';

const metadata = {
  name: 'data.1',
  namespace: 'payments',
  creationTimestamp: '2026-03-01T10:00:00Z',
};
const involvedObject = {
  kind: 'PersistentVolumeClaim',
  namespace: 'payments',
  name: 'data',
  uid: 'u-1',
};

function eventOf(fields: object) {
  return parseObject('Event', { metadata, involvedObject, ...fields });
}

it('reads an event of the older form', () => {
  expect(
    eventOf({
      type: 'Warning',
      reason: 'ProvisioningFailed',
      message: 'no',
      count: 3,
      firstTimestamp: new Date('2026-03-01T10:02:00Z'),
      lastTimestamp: new Date('2026-03-01T10:05:00Z'),
    }),
  ).toMatchObject({
    about: involvedObject,
    type: 'Warning',
    reason: 'ProvisioningFailed',
    message: 'no',
    count: 3,
    firstSeen: '2026-03-01T10:02:00.000Z',
    lastSeen: '2026-03-01T10:05:00.000Z',
  });
});

it.each<[string, object, number, string]>([
  ['nothing but its making', {}, 1, '10:00'],
  [
    'an event time',
    {
      lastTimestamp: null,
      count: null,
      eventTime: '2026-03-01T10:01:00.000001Z',
    },
    1,
    '10:01',
  ],
  [
    'a series',
    {
      eventTime: '2026-03-01T10:01:00Z',
      series: { count: 9, lastObservedTime: '2026-03-01T10:09:00Z' },
    },
    9,
    '10:09',
  ],
])('counts and dates one with %s', (_, fields, count, time) => {
  const event = eventOf(fields);
  expect(event.count).toBe(count);
  expect(event.lastSeen).toBe(`2026-03-01T${time}:00.000Z`);
});

it('takes what is no warning for normal', () => {
  expect(eventOf({ type: 'Odd' })).toMatchObject({
    type: 'Normal',
    reason: '',
    message: '',
  });
});

it('may be about an object without a namespace', () => {
  const about = { kind: 'PersistentVolume', name: 'pvc-1' };
  expect(eventOf({ involvedObject: about }).about).toEqual({
    ...about,
    namespace: '',
    uid: undefined,
  });
});

// As Kubernetes takes them in namespace `default`; one of them must not keep
// all others from being read.
it.each([{}, undefined, { kind: 'Node', name: '' }])(
  'may be about nothing: %j',
  about => {
    expect(eventOf({ involvedObject: about }).about).toMatchObject({
      name: '',
    });
  },
);
