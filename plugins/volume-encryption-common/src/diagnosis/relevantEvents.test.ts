import { isAboutStorage, relevantEvents } from './relevantEvents';
import { eventOf, podEventOf } from './testEvents';

const at = (time: string) => ({ lastSeen: `2026-01-01T${time}Z` });

describe('relevantEvents', () => {
  const failure = eventOf(at('10:00:00'));
  const success = eventOf({
    type: 'Normal',
    reason: 'ProvisioningSucceeded',
    ...at('10:05:00'),
  });

  it('drops a failure that a later success ended', () => {
    expect(relevantEvents([failure, success])).toEqual([]);
  });

  it('compares times, not texts', () => {
    const precise = { ...success, lastSeen: '2026-01-01T11:05:00.123+01:00' };
    expect(relevantEvents([failure, precise])).toEqual([]);
  });

  it('keeps a failure that came after the success', () => {
    const again = eventOf(at('10:10:00'));
    expect(relevantEvents([success, again])).toEqual([again]);
  });

  it('keeps the failure of another object', () => {
    const older = eventOf({ about: { ...failure.about, uid: 'c-0' } });
    const other = eventOf({ about: { ...failure.about, name: 'logs' } });
    expect(relevantEvents([older, other, success])).toEqual([older, other]);
  });

  it('keeps a failure of another kind', () => {
    const resize = eventOf({ reason: 'VolumeResizeFailed' });
    expect(relevantEvents([resize, success])).toEqual([resize]);
  });

  it.each([
    ['SuccessfulAttachVolume', 'FailedAttachVolume'],
    ['Started', 'FailedMount'],
    ['Started', 'FailedMapVolume'],
    ['Started', 'FailedScheduling'],
  ])('lets %s end %s of a pod', (reason, failed) => {
    const events = [
      podEventOf({ reason: failed }),
      podEventOf({ type: 'Normal', reason }),
    ];
    expect(relevantEvents(events)).toEqual([]);
  });

  it('lets an attached volume still fail to mount', () => {
    const mount = podEventOf({ reason: 'FailedMount' });
    const attached = podEventOf({
      type: 'Normal',
      reason: 'SuccessfulAttachVolume',
    });
    expect(relevantEvents([mount, attached])).toEqual([mount]);
  });
});

describe('isAboutStorage', () => {
  it.each([
    [eventOf({ reason: 'Anything' }), true],
    [podEventOf({ reason: 'FailedMount' }), true],
    [podEventOf({ reason: 'FailedAttachVolume' }), true],
    [podEventOf({ reason: 'FileSystemResizeFailed' }), true],
    [podEventOf({ reason: 'Unhealthy' }), false],
    [podEventOf({ reason: 'FailedScheduling' }), false],
  ])('%#', (event, expected) => {
    expect(isAboutStorage(event)).toBe(expected);
  });
});
