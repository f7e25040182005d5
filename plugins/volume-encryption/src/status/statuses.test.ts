import type {
  Custody,
  InFlight,
  Protection,
  Remount,
  VolumeView,
} from 'backstage-plugin-volume-encryption-common';
import { clusterWideStatus } from './clusterWideStatus';
import { custodyStatus } from './custodyStatus';
import { inFlightStatus } from './inFlightStatus';
import { phaseStatus } from './phaseStatus';
import { protectionStatus } from './protectionStatus';
import { remountStatus } from './remountStatus';
import { compareStatus, statusText } from './Status';

const verdicts: Protection['verdict'][] = [
  'volume/customer-key',
  'volume/provider-key',
  'infrastructure-only',
  'none',
  'unknown',
];
const states: Protection['state'][] = ['prepared', 'active', 'cannot-tell'];

function protection(changes: Partial<Protection>): Protection {
  return {
    verdict: 'unknown',
    state: 'cannot-tell',
    grade: 'E0',
    reasons: [],
    ...changes,
  };
}

const reason = { code: 'x', severity: 'error', message: 'Because.' } as const;

describe('protectionStatus', () => {
  it("is a full green for an active customer's key and nothing else", () => {
    const green = verdicts.flatMap(verdict =>
      states
        .filter(
          state =>
            protectionStatus(protection({ verdict, state })).tone === 'secure',
        )
        .map(state => `${verdict} ${state}`),
    );
    expect(green).toEqual(['volume/customer-key active']);
  });

  it('says of a prepared volume when it is formatted', () => {
    const status = protectionStatus(
      protection({ verdict: 'volume/customer-key', state: 'prepared' }),
    );
    expect(status.tone).toBe('prepared');
    expect(statusText(status)).toBe('Prepared: formats at first mount');
  });

  it('is grey with the reason when nothing is known', () => {
    expect(
      protectionStatus(protection({ verdict: 'unknown', reasons: [reason] })),
    ).toMatchObject({ tone: 'unknown', label: 'Unknown', note: 'Because.' });
  });

  it('is red without encryption', () => {
    expect(protectionStatus(protection({ verdict: 'none' }))).toMatchObject({
      tone: 'danger',
      label: 'Not encrypted',
    });
  });
});

describe('custodyStatus', () => {
  const held: Custody = {
    kind: 'held-by-kms',
    summary: '',
    kmsId: 'vault-tokens',
    reasons: [],
  };
  it.each<[Partial<Custody>, string, string]>([
    [{ kms: 'vault' }, 'plain', 'Held by vault'],
    [
      { credential: 'tenant-token' },
      'plain',
      "Held by vault-tokens: tenant's token",
    ],
    [{ reasons: [reason] }, 'danger', 'Held by vault-tokens: Because.'],
    [
      { kind: 'shared-passphrase', sharedBy: 3 },
      'caution',
      'Shared passphrase: opens 3 volumes',
    ],
    [
      { kind: 'wrapped-in-metadata' },
      'plain',
      'Wrapped in metadata: by vault-tokens',
    ],
    [
      { kind: 'shared-passphrase' },
      'caution',
      'Shared passphrase: opens more than this volume',
    ],
    [
      { kind: 'held-in-secret' },
      'plain',
      "Held in a Secret: this volume's own",
    ],
    [{ kind: 'held-by-provider' }, 'plain', 'Held by the provider'],
    [{ kind: 'held-by-array' }, 'plain', 'Held by the storage array'],
    [{ kind: 'held-on-node' }, 'plain', 'Held on the node: in a file'],
    [{ kind: 'none' }, 'plain', 'No key'],
    [{ kind: 'unknown', reasons: [reason] }, 'unknown', 'Unknown: Because.'],
  ])('of %j is %s: %s', (changes, tone, text) => {
    const status = custodyStatus({ ...held, ...changes });
    expect([status.tone, statusText(status)]).toEqual([tone, text]);
  });
});

describe('clusterWideStatus', () => {
  it.each([
    ['asked', 'neutral'],
    ['partly', 'caution'],
    ['not-asked', 'plain'],
    ['unknown', 'unknown'],
  ] as const)('%s is %s, and never green', (answer, tone) => {
    expect(clusterWideStatus({ answer, reasons: [] }).tone).toBe(tone);
  });
});

describe('inFlightStatus', () => {
  it.each<[InFlight['answer'], string]>([
    ['encrypted', 'good'],
    ['clear', 'caution'],
    ['unknown', 'unknown'],
  ])('of %s has tone %s', (answer, tone) => {
    expect(inFlightStatus({ answer, reasons: [] }).tone).toBe(tone);
  });
});

describe('remountStatus', () => {
  it.each<[Remount['verdict'], string]>([
    ['ready', 'good'],
    ['at-risk', 'caution'],
    ['blocked', 'danger'],
    ['unknown', 'unknown'],
  ])('of %s has tone %s', (verdict, tone) => {
    expect(remountStatus({ verdict, reasons: [reason] }).tone).toBe(tone);
  });
});

describe('phaseStatus', () => {
  const diagnosis: VolumeView['diagnoses'][number] = {
    code: 'x',
    cause: 'Vault is sealed.',
    owner: 'vault-admin',
    nextStep: 'Unseal it.',
    raw: '',
    count: 1,
  };
  it('does not call waiting for the first pod a problem', () => {
    expect(
      phaseStatus({
        phase: 'Pending',
        bindingMode: 'WaitForFirstConsumer',
        diagnoses: [],
      }),
    ).toMatchObject({ tone: 'neutral', note: 'waits for its first pod' });
  });

  it('says why a claim is stuck', () => {
    expect(
      phaseStatus({ phase: 'Pending', diagnoses: [diagnosis] }),
    ).toMatchObject({ tone: 'caution', note: 'Vault is sealed.' });
  });

  it('is red when the volume is gone', () => {
    expect(phaseStatus({ phase: 'Lost', diagnoses: [] }).tone).toBe('danger');
  });
});

describe('compareStatus', () => {
  it('puts the worst first', () => {
    const sorted = (['unknown', 'none', 'volume/customer-key'] as const)
      .map(verdict =>
        protectionStatus(protection({ verdict, state: 'active' })),
      )
      .sort(compareStatus);
    expect(sorted.map(({ label }) => label)).toEqual([
      'Not encrypted',
      'Unknown',
      'Encrypted',
    ]);
  });
});
