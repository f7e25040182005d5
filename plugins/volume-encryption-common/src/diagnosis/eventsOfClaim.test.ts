import { eventsOfClaim } from './eventsOfClaim';
import { eventOf, podEventOf } from './testEvents';

const OWN = 'pvc-6a4f1d3e-1c1b-4f0e-9c57-0d6f1b2a3c4d';
const OTHER = 'pvc-00000000-1c1b-4f0e-9c57-0d6f1b2a3c4d';
const bound = { phase: 'Bound', volumeName: OWN } as const;
const pending = { phase: 'Pending' } as const;

describe('eventsOfClaim', () => {
  it.each([
    'ExternalProvisioning',
    'FailedBinding',
    'ProvisioningFailed',
    'WaitForFirstConsumer',
  ])('drops %s once the claim is bound', reason => {
    const event = eventOf({ reason });
    expect(eventsOfClaim([event], bound)).toEqual([]);
    expect(eventsOfClaim([event], pending)).toEqual([event]);
  });

  it('keeps what goes on after that', () => {
    const resize = eventOf({ reason: 'VolumeResizeFailed' });
    const failed = eventOf({
      reason: 'VolumeFailedDelete',
      about: { kind: 'PersistentVolume', namespace: '', name: OWN },
    });
    expect(eventsOfClaim([resize, failed], bound)).toEqual([resize, failed]);
  });

  it('drops what a pod says of another volume', () => {
    const of = (name: string) =>
      podEventOf({
        message: `MountVolume.SetUp failed for volume "${name}" : x`,
      });
    const any = podEventOf({ message: 'Unable to attach or mount volumes' });
    const events = [of(OWN), of(OTHER), of('settings'), any];
    expect(eventsOfClaim(events, bound)).toEqual([
      of(OWN),
      of('settings'),
      any,
    ]);
  });
});
