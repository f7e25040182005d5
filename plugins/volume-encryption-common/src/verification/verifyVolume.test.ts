import type { Protection, VolumeView } from '../contract/api';
import { verifyVolume } from './verifyVolume';

function volumeWith(
  verdict: Protection['verdict'],
  state: Protection['state'],
): VolumeView {
  return {
    cluster: 'prod',
    namespace: 'payments',
    claim: 'data',
    phase: 'Bound',
    createdAt: '2026-01-01T00:00:00Z',
    requested: '10Gi',
    mounts: [],
    protection: {
      verdict,
      state,
      grade: 'E5',
      reasons: [
        { code: 'a', severity: 'ok', message: 'The record says encrypted.' },
        { code: 'b', severity: 'warning', message: 'Vault did not answer.' },
      ],
    },
    custody: { kind: 'held-by-kms', summary: '', reasons: [] },
    inFlight: { answer: 'encrypted', reasons: [] },
    clusterWide: { answer: 'unknown', reasons: [] },
    remount: { verdict: 'ready', reasons: [] },
    chain: [],
    diagnoses: [],
    observedAt: '2026-01-01T00:00:00Z',
  };
}

describe('verifyVolume', () => {
  it.each([
    ['volume/customer-key', 'active', { prepared: true, active: true }],
    ['volume/customer-key', 'prepared', { prepared: true, active: false }],
    ['volume/customer-key', 'cannot-tell', { prepared: false, active: false }],
    ['volume/provider-key', 'active', { prepared: false, active: false }],
    ['infrastructure-only', 'active', { prepared: false, active: false }],
    ['none', 'cannot-tell', { prepared: false, active: false }],
    ['unknown', 'cannot-tell', { prepared: false, active: false }],
    ['unknown', 'active', { prepared: false, active: false }],
  ] as const)('takes %s, %s for what it is', (verdict, state, expected) => {
    const volume = volumeWith(verdict, state);
    expect({
      prepared: verifyVolume(volume, 'prepared').verified,
      active: verifyVolume(volume, 'active').verified,
    }).toEqual(expected);
  });

  it('takes a record that nothing speaks against, where that is enough', () => {
    const volume = volumeWith('volume/customer-key', 'cannot-tell');
    const { protection } = volume;
    expect(verifyVolume(volume, 'recorded').verified).toBe(true);

    const asked = { ...protection, grade: 'E1' as const };
    const contested = {
      ...protection,
      reasons: [{ code: 'c', severity: 'error' as const, message: 'Gone.' }],
    };
    for (const doubtful of [asked, contested]) {
      const other = { ...volume, protection: doubtful };
      expect(verifyVolume(other, 'recorded').verified).toBe(false);
    }
    const notOurs = volumeWith('volume/provider-key', 'active');
    expect(verifyVolume(notOurs, 'recorded').verified).toBe(false);
  });

  it('says what was wanted, what was found, and what speaks against it', () => {
    expect(
      verifyVolume(volumeWith('unknown', 'cannot-tell'), 'active').because,
    ).toBe(
      'Wanted volume/customer-key, active; it is unknown, state cannot-tell, evidence E5. Vault did not answer.',
    );
  });

  it('names the evidence of what it verifies', () => {
    expect(
      verifyVolume(volumeWith('volume/customer-key', 'active'), 'active')
        .because,
    ).toBe('It is volume/customer-key, state active, evidence E5.');
  });
});
