import type { CustodyLink, Remount } from '../contract/api';
import {
  testClaim,
  testConfigMap,
  testConnections,
  testMountFailure,
  testPod,
  testVolume,
} from '../kubernetes/testObjects';
import { observed, unknown } from '../observation/observed';
import { assessVolume } from './assessVolume';
import { seen, testAccount, testFacts, testKms, testTenant } from './testFacts';
import type { VolumeFacts } from './volumeFacts';

const denied = unknown('denied', 'RBAC forbids it.');
const named = (encryptionKMSID: string | undefined) =>
  seen(testVolume({ encryptionKMSID }));

function remountOf(changes: Partial<VolumeFacts>): Remount {
  return assessVolume(testFacts(changes)).remount;
}

/** Verdict, and the codes of the reasons that are not ok. */
function brief({ verdict, reasons }: Remount): string {
  const troubles = reasons.filter(({ severity }) => severity !== 'ok');
  return [verdict, ...troubles.map(({ code }) => code)].join(' ');
}

const ending = (expiresAt: string) => seen({ id: 'a', expiresAt });
const tokenTenant = (
  tokenSecret: VolumeFacts['tenant']['tokenSecret'],
  tokenTerm: VolumeFacts['tenant']['tokenTerm'],
) => ({
  volume: named('vault-tokens'),
  tenant: testTenant({ tokenSecret, tokenTerm }),
});

describe('would the next mount work', () => {
  it.each<[string, Partial<VolumeFacts>, string]>([
    ['KMS active, key present, account there', {}, 'ready'],
    [
      'the same with a token that is good for long',
      tokenTenant(seen(true), ending('2026-04-01T00:00:00Z')),
      'ready',
    ],
    [
      'a sealed Vault',
      { kms: seen(testKms({ state: 'sealed' })) },
      'blocked kms-sealed',
    ],
    [
      'a sealed Vault that says nothing of keys either',
      {
        kms: seen(testKms({ state: 'sealed' })),
        key: unknown('sealed', 'Sealed.'),
      },
      'blocked kms-sealed kms-sealed',
    ],
    [
      'an unknown KMS',
      { kms: denied, key: denied },
      'unknown kms-unread key-unread',
    ],
    ['a key that is not seen', { key: denied }, 'unknown key-unread'],
    [
      'a key that is gone',
      { key: seen({ presence: 'absent' }) },
      'blocked key-missing',
    ],
    [
      'an account that is gone',
      { tenant: testTenant({ serviceAccount: seen(undefined) }) },
      'blocked tenant-account-missing',
    ],
    [
      'an account that is hidden',
      { tenant: testTenant({ serviceAccount: denied }) },
      'unknown credential-unread',
    ],
    [
      'a token that is gone',
      tokenTenant(seen(false), seen(undefined)),
      'blocked tenant-token-missing',
    ],
    [
      'a token that ends soon',
      tokenTenant(seen(true), ending('2026-03-05T00:00:00Z')),
      'at-risk tenant-token-expiring',
    ],
    [
      'a token that has ended',
      tokenTenant(seen(true), ending('2026-03-01T00:00:00Z')),
      'blocked tenant-token-expired',
    ],
    [
      'a token that was revoked behind our back',
      tokenTenant(
        seen(true),
        seen({ id: 'a', expiresAt: '2026-04-01T00:00:00Z', lost: true }),
      ),
      'blocked tenant-token-lost',
    ],
    [
      'a token whose end nobody knows',
      tokenTenant(seen(true), seen(undefined)),
      'at-risk tenant-token-end-unknown',
    ],
    [
      'a token Secret that is hidden',
      tokenTenant(denied, ending('2026-04-01T00:00:00Z')),
      'unknown credential-unread',
    ],
    [
      'a connection that is gone',
      { volume: named('gone') },
      'blocked connection-missing',
    ],
    [
      'connections that cannot be read',
      { connections: denied },
      'unknown connections-unread',
    ],
    [
      'a malformed entry of somebody else',
      { connections: seen(testConnections({ theirs: '{' })) },
      'blocked connections-malformed',
    ],
    [
      "the driver's own account",
      { volume: named('vault-driver') },
      'unknown credential-not-checked',
    ],
    [
      'a shared passphrase',
      { volume: named(undefined) },
      'unknown key-not-checkable',
    ],
    [
      'a wrapped key',
      { volume: named('wrapped') },
      'unknown key-not-checkable',
    ],
    [
      'a mount that failed lately, all else well',
      { pods: seen([testPod()]), events: seen([testMountFailure()]) },
      'at-risk mount-failed',
    ],
    [
      'no key needed',
      { volume: seen(testVolume({ encrypted: undefined })) },
      'unknown no-key-needed',
    ],
    ['a volume that is hidden', { volume: denied }, 'unknown volume-unread'],
    [
      'attributes that do not settle it',
      { volume: seen(testVolume({ encrypted: 'yes' })) },
      'unknown record-invalid',
    ],
    [
      'no volume yet',
      { claim: testClaim({ phase: 'Pending' }), volume: seen(undefined) },
      'unknown not-provisioned',
    ],
  ])('%s', (_, changes, expected) => {
    expect(brief(remountOf(changes))).toBe(expected);
  });

  it('says of a volume without encryption why nothing is said of its mount', () => {
    const volume = seen(testVolume({ encrypted: undefined }));
    expect(remountOf({ volume })).toEqual({
      verdict: 'unknown',
      reasons: [
        {
          code: 'no-key-needed',
          severity: 'info',
          message:
            'The volume is not encrypted, so mounting it takes no key. Only keys are checked here, so whether its next mount will work is not known.',
        },
      ],
    });
  });

  const longAgo = <T>(value: T) => observed(value, '2026-03-01T23:50:00.000Z');

  it.each<[string, Partial<VolumeFacts>]>([
    ['the connections', { connections: longAgo(testConnections()) }],
    [
      "the tenant's account",
      { tenant: testTenant({ serviceAccount: longAgo(testAccount()) }) },
    ],
    [
      "the tenant's token",
      tokenTenant(longAgo(true), ending('2026-04-01T00:00:00Z')),
    ],
    [
      "the tenant's settings",
      {
        tenant: testTenant({
          configMap: longAgo(
            testConfigMap({ vaultBackendPath: 'csi/prod.payments' }),
          ),
        }),
      },
    ],
    ['the key', { key: longAgo({ presence: 'present' }) }],
  ])('is not known when %s was seen long ago only', (_, changes) => {
    expect(brief(remountOf(changes))).toBe('unknown facts-outdated');
  });

  it('is blocked by what was seen long ago as well', () => {
    const key = longAgo({ presence: 'destroyed' } as const);
    expect(remountOf({ key }).verdict).toBe('blocked');
  });

  it('leaves protection as it is when the Vault is sealed', () => {
    const pods = seen([testPod()]);
    const sealed = {
      pods,
      kms: seen(testKms({ state: 'sealed' })),
      key: unknown('sealed', 'Sealed.'),
    };
    expect(assessVolume(testFacts(sealed)).protection).toMatchObject({
      verdict: 'volume/customer-key',
      state: 'active',
      grade: 'E4',
    });
  });
});

describe('the chain', () => {
  const links = (chain: CustodyLink[]) =>
    chain.map(({ kind, status, grade }) => `${kind} ${status} ${grade}`);

  it('goes from the claim to the key', () => {
    const { chain } = assessVolume(testFacts({ pods: seen([testPod()]) }));
    expect(links(chain)).toEqual([
      'claim ok E4',
      'persistent-volume ok E2',
      'storage-class ok E1',
      'kms-connection ok E1',
      'tenant-credential ok E1',
      'kms ok E3',
      'key ok E5',
    ]);
    expect(chain.map(it => it.detail).join('\n')).not.toContain('undefined');
  });

  it.each<[string, Partial<VolumeFacts>, string[]]>([
    [
      'ends at the class when the volume has no key',
      { volume: seen(testVolume({ encrypted: undefined })) },
      [
        'claim ok E1',
        'persistent-volume warning E2',
        'storage-class warning E0',
      ],
    ],
    [
      'ends at a connection that is gone',
      { volume: named('gone') },
      [
        'claim ok E1',
        'persistent-volume ok E2',
        'storage-class ok E1',
        'kms-connection broken E1',
      ],
    ],
    [
      'ends at the class while there is no volume',
      {
        claim: testClaim({ phase: 'Pending', volumeName: undefined }),
        volume: seen(undefined),
      },
      [
        'claim unknown E1',
        'persistent-volume unknown E0',
        'storage-class ok E1',
      ],
    ],
    [
      'leaves out a Vault that is not asked',
      { volume: named('wrapped'), storageClass: denied },
      [
        'claim ok E1',
        'persistent-volume ok E2',
        'storage-class unknown E0',
        'kms-connection ok E1',
        'key unknown E0',
      ],
    ],
    [
      'shows a claim that lost its volume as broken',
      { claim: testClaim({ phase: 'Lost' }), storageClass: seen(undefined) },
      [
        'claim broken E1',
        'persistent-volume unknown E0',
        'storage-class unknown E0',
      ],
    ],
  ])('%s', (_, changes, expected) => {
    expect(links(assessVolume(testFacts(changes)).chain)).toEqual(expected);
  });
});
