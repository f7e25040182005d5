import { ConfigReader } from '@backstage/config';
import { isVolumeEncryptionError } from 'backstage-plugin-volume-encryption-common';
import { readConfig } from './readConfig';

const vault = {
  name: 'vault',
  address: 'https://vault.example.com:8200',
  auth: { token: 'canary-of-the-portal' },
};

function read(given: object) {
  const kms = [{ ...vault, ...given }];
  return readConfig(new ConfigReader({ volumeEncryption: { kms } })).kms[0];
}

/** The lines of the one error that is thrown, without the path to the KMS. */
function problemsOf(given: object): string[] {
  try {
    read(given);
  } catch (error) {
    if (!isVolumeEncryptionError(error)) throw error;
    const lines = error.message.split('\n').slice(1);
    expect(lines.join()).not.toContain('canary');
    return lines.map(it => it.replace('- volumeEncryption.kms[0].', ''));
  }
  throw new Error('expected the configuration to be refused');
}

describe('custody', () => {
  it('is not there unless it is configured', () => {
    expect(read({}).custody).toBeUndefined();
  });

  it('has what is usual where nothing is said', () => {
    const clusters = [{ name: 'prod' }];
    expect(read({ custody: { clusters } }).custody).toEqual({
      tokenPolicy: 'csi-tenant-token',
      tokenPeriodSeconds: 30 * 86_400,
      tokenBoundCidrs: [],
      portalPolicy: 'volume-encryption-portal',
      clusters: [
        {
          cluster: 'prod',
          authMount: 'kubernetes',
          role: 'csi-tenant',
          policy: 'csi-tenant-sa',
        },
      ],
    });
  });

  it('is read as it is said', () => {
    const custody = {
      tokenPolicy: 'tok',
      tokenPeriod: { hours: 1 },
      tokenWrapTtl: { minutes: 10 },
      tokenBoundCidrs: ['10.0.0.0/8', 'fd00::/8', '10.1.2.3/32', '::1/128'],
      portalPolicy: 'portal',
      clusters: [
        { name: 'prod', authMount: 'kubernetes', policy: 'csi-tenant-sa' },
        {
          name: 'dev',
          authMount: '/team/kubernetes-dev/',
          role: 'tenant',
          policy: 'csi-tenant-sa-dev',
          audience: 'https://kubernetes.default.svc',
          kubernetesHost: 'https://10.0.0.1:6443',
          kubernetesCaFile: '/etc/dev-ca.crt',
          kmsInCluster: true,
        },
      ],
    };
    expect(read({ custody }).custody).toMatchObject({
      tokenPolicy: 'tok',
      tokenPeriodSeconds: 3600,
      tokenWrapTtlSeconds: 600,
      tokenBoundCidrs: ['10.0.0.0/8', 'fd00::/8', '10.1.2.3', '::1'],
      portalPolicy: 'portal',
      clusters: [
        { cluster: 'prod', role: 'csi-tenant' },
        {
          cluster: 'dev',
          authMount: 'team/kubernetes-dev',
          role: 'tenant',
          policy: 'csi-tenant-sa-dev',
          audience: 'https://kubernetes.default.svc',
          kubernetesHost: 'https://10.0.0.1:6443',
          kubernetesCaFile: '/etc/dev-ca.crt',
          kmsInCluster: true,
        },
      ],
    });
  });

  it('names an address of an API server that is none', () => {
    const clusters = [{ name: 'dev', kubernetesHost: 'api.example' }];
    expect(problemsOf({ custody: { clusters } })).toEqual([
      'custody.clusters[0].kubernetesHost: write an address with http:// or https://',
    ]);
  });

  it('tells all problems at once', () => {
    const custody = {
      tokenpolicy: 'x',
      tokenPolicy: 'Upper',
      tokenPeriod: { milliseconds: 1500 },
      tokenBoundCidrs: ['10.0.0.0/8', '10.0.0.0/33'],
      portalPolicy: 'a/b',
      clusters: [
        { name: 'Prod', authMount: 'a/../b' },
        { name: 'dev', authMount: 'k', policy: 'one', roles: 'x' },
        { name: 'dev', authMount: 'k', policy: 'one', role: '*' },
        { authMount: 'other', policy: 'other' },
      ],
    };
    const cluster = (index: number, rest: string) =>
      `custody.clusters[${index}].${rest}`;
    const started = (text: string) =>
      expect.stringMatching(`^${text.replace(/[[\].]/g, it => `\\${it}`)}`);
    expect(problemsOf({ custody }).sort()).toEqual([
      started(cluster(0, 'authMount: write letters, digits')),
      started(cluster(0, 'name: write a DNS label')),
      started(cluster(1, 'roles: has no meaning here')),
      started(cluster(2, 'authMount: "k" is another cluster\'s')),
      started(cluster(2, 'name: "dev" is taken already')),
      started(cluster(2, 'policy: "one" is another cluster\'s')),
      started(cluster(2, 'role: write lower-case letters')),
      started(cluster(3, 'name: name the cluster')),
      started('custody.portalPolicy: write lower-case letters'),
      started('custody.tokenBoundCidrs[1]: write an address range'),
      started('custody.tokenPeriod: write whole seconds'),
      started('custody.tokenPolicy: write lower-case letters'),
      started('custody.tokenpolicy: has no meaning here'),
    ]);
  });

  it.each(['10.0.0.0/8/8', '10.0.0/8', 'host', '', '10.0.0.0/', '::/129', '*'])(
    'is bound to no range %j',
    cidr => {
      expect(problemsOf({ custody: { tokenBoundCidrs: [cidr] } })).toEqual([
        expect.stringMatching(/^custody\.tokenBoundCidrs/),
      ]);
    },
  );
});

it.each([{ seconds: 9 }, { seconds: 3601 }, { milliseconds: 10_500 }, {}])(
  'wraps no token for %j',
  tokenWrapTtl => {
    expect(problemsOf({ custody: { tokenWrapTtl } })).toEqual([
      expect.stringMatching(/^custody\.tokenWrapTtl: write /),
    ]);
  },
);

describe('the custodian', () => {
  it('is not there unless it is configured', () => {
    expect(read({}).custodianAuth).toBeUndefined();
  });

  it('has a credential of its own, in any of the ways', () => {
    const custodian = { auth: { kubernetes: { role: 'csi-custodian' } } };
    expect(read({ custodian }).custodianAuth).toMatchObject({
      method: 'kubernetes',
      role: 'csi-custodian',
      mountPath: 'kubernetes',
    });
  });

  it.each([
    [{}, /^custodian\.auth: give one of/],
    [{ auth: {} }, /^custodian\.auth: give exactly one of/],
    [{ auth: vault.auth }, /^custodian\.auth: give another credential/],
    [{ token: 'canary', auth: { tokenFile: '/f' } }, /^custodian\.token: has/],
    ['canary', /^custodian: write a section/],
  ])('is refused as %j', (custodian, problem) => {
    expect(problemsOf({ custodian })).toEqual([expect.stringMatching(problem)]);
  });
});
