import { testVolume } from '../kubernetes/testObjects';
import { unknown } from '../observation/observed';
import { rotationAvailability } from './rotationAvailability';
import { seen, testRotation } from './testRotation';

it('is there for a block-encrypted volume where csi-addons is', () => {
  expect(rotationAvailability(testRotation())).toMatchObject({
    availability: 'available',
  });
});

it.each([
  ['is not encrypted', { encrypted: undefined }],
  ['is encrypted by the file', { encryptionType: 'file' }],
  ['is that of all volumes', { encryptionKMSID: undefined }],
  ['is that of all volumes', { encryptionKMSID: 'default' }],
])('is not for a volume whose record %s', (what, attributes) => {
  const volume = seen(testVolume(attributes));
  const cronJobs = seen(undefined);
  // Installing csi-addons would not help, so it is not asked for.
  const { availability, message } = rotationAvailability(
    testRotation({ volume, cronJobs }),
  );
  expect(availability).toBe('not-supported');
  expect(message).toContain(what);
});

it('is not for a volume without a CSI driver', () => {
  const volume = seen(testVolume({}, { csi: undefined }));
  expect(rotationAvailability(testRotation({ volume }))).toMatchObject({
    availability: 'not-supported',
  });
});

it('says what to install where there is none', () => {
  const { availability, message } = rotationAvailability(
    testRotation({ cronJobs: seen(undefined) }),
  );
  expect(availability).toBe('not-installed');
  expect(message).toContain('Install csi-addons');
});

const denied = unknown('denied', 'Not allowed.');

it.each([
  ['the volume could not be read', { volume: denied }, 'Not allowed.'],
  ['the jobs could not be read', { cronJobs: denied }, 'Not allowed.'],
  ['there is no volume yet', { volume: seen(undefined) }, 'no volume yet'],
  [
    'the volume is of another claim',
    {
      volume: seen(
        testVolume({}, { claim: { namespace: 'others', name: 'data' } }),
      ),
    },
    'no volume yet',
  ],
  [
    'the record is not valid',
    { volume: seen(testVolume({ encrypted: 'perhaps' })) },
    'encrypted is "perhaps"',
  ],
])('is unknown when %s', (_, changes, why) => {
  const { availability, message } = rotationAvailability(testRotation(changes));
  expect(availability).toBe('unknown');
  expect(message).toContain(why);
});
