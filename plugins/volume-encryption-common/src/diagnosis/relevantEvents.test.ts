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
    ['Scheduled', 'FailedScheduling'],
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

  it('lets an attached volume say nothing of another', () => {
    const failed = podEventOf({
      reason: 'FailedAttachVolume',
      message: 'Multi-Attach error for volume "pvc-1" in use',
    });
    const attached = (volume: string) =>
      podEventOf({
        type: 'Normal',
        reason: 'SuccessfulAttachVolume',
        message: `AttachVolume.Attach succeeded for volume "${volume}" `,
      });
    expect(relevantEvents([failed, attached('pvc-2')])).toEqual([failed]);
    expect(relevantEvents([failed, attached('pvc-1')])).toEqual([]);
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

describe('a claim that waits', () => {
  const waiting = (reason: string) =>
    eventOf({ type: 'Normal', reason, ...at('10:00:00') });
  const later = (reason: string) =>
    eventOf({ type: 'Normal', reason, ...at('10:01:00') });

  it.each(['WaitForFirstConsumer', 'WaitForPodScheduled'])(
    'has stopped to, once its pod is there: %s',
    reason => {
      for (const news of ['Provisioning', 'ProvisioningFailed']) {
        expect(relevantEvents([waiting(reason), later(news)])).toEqual([]);
      }
    },
  );

  it('waits for the pod that came, not for one any more', () => {
    const pod = later('WaitForPodScheduled');
    expect(relevantEvents([waiting('WaitForFirstConsumer'), pod])).toEqual([
      pod,
    ]);
  });

  it('waits again after a failure', () => {
    const failed = eventOf(at('10:00:00'));
    const again = later('WaitForFirstConsumer');
    expect(relevantEvents([failed, again])).toEqual([failed, again]);
  });

  const asked = (firstSeen: string, lastSeen: string) =>
    eventOf({
      type: 'Normal',
      reason: 'ExternalProvisioning',
      firstSeen: `2026-01-01T${firstSeen}Z`,
      lastSeen: `2026-01-01T${lastSeen}Z`,
    });

  it('for nobody who answers is in trouble after a minute', () => {
    const long = asked('10:00:00', '10:01:00');
    expect(relevantEvents([asked('10:00:00', '10:00:45')])).toEqual([]);
    expect(relevantEvents([long])).toEqual([long]);
  });

  it.each(['Provisioning', 'ProvisioningFailed', 'ProvisioningSucceeded'])(
    'has been heard where there is %s',
    reason => {
      const answer = eventOf({ type: 'Normal', reason, ...at('10:00:01') });
      expect(relevantEvents([asked('10:00:00', '10:30:00'), answer])).toEqual(
        [],
      );
    },
  );
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
