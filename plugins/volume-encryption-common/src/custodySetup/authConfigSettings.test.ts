import { observed, unknown } from '../observation/observed';
import { authConfigSettings } from './authConfigSettings';
import type { KnownApiServer } from './FoundSetup';
import { judgeSettings, type Settings } from './settingDifferences';
import { placeOf, testPlace } from './testPlace';

const seen = <T>(value: T) => observed(value, '2026-01-01T00:00:00Z');
const untold = unknown('not-configured', 'It is not configured.');
const known: KnownApiServer = {
  host: seen('https://api.example:6443'),
  authorities: seen(['SHA-256 AA', 'SHA-256 BB']),
};
const config = {
  kubernetes_host: 'https://api.example:6443',
  kubernetes_ca_cert: ['SHA-256 AA'],
  token_reviewer_jwt_set: true,
  disable_iss_validation: true,
  use_annotations_as_alias_metadata: false,
};

function judged(
  its: Settings,
  { place = testPlace(), server = known } = {},
): ReturnType<typeof judgeSettings> {
  const found = { ...config, ...its };
  return judgeSettings(authConfigSettings(found, place, server), found);
}

describe('the configuration of logins', () => {
  it.each([
    ['as it is written', {}],
    ['with a slash', { kubernetes_host: 'https://API.example:6443/' }],
    ['by another authority of it', { kubernetes_ca_cert: ['SHA-256 BB'] }],
    ['by servers that tell less', { disable_iss_validation: undefined }],
  ])('is as expected %s', (_, its) => {
    expect(judged(its)).toEqual({ lines: [], untold: [], remedies: [] });
  });

  it.each([
    ['kubernetes_host', 'https://evil.example', 'decides who is which tenant'],
    ['kubernetes_host', 'http://api.example:6443', 'without TLS'],
    ['kubernetes_host', undefined, 'nobody can log in'],
    ['kubernetes_ca_cert', ['SHA-256 EE'], 'another API server'],
    ['kubernetes_ca_cert', ['SHA-256 AA', 'SHA-256 EE'], 'another API server'],
    ['kubernetes_ca_cert', ['no certificate'], 'another API server'],
    ['kubernetes_ca_cert', undefined, 'may stand in for the API server'],
    ['pem_keys', ['-----BEGIN PUBLIC KEY-----'], 'whose signatures count'],
    ['use_annotations_as_alias_metadata', true, 'part of logins'],
    ['token_reviewer_jwt_set', false, 'review their tokens themselves'],
    ['disable_iss_validation', false, 'of every issuer'],
  ])('differs where %s is %j', (name, value, words) => {
    const { lines } = judged({ [name]: value });
    expect(lines).toEqual([
      {
        where: name,
        expected: expect.any(String),
        actual: expect.stringContaining(words),
      },
    ]);
  });

  it('takes what it does not name from a pod of the cluster, where it has one', () => {
    const place = placeOf({ kmsInCluster: true });
    const bare = { kubernetes_ca_cert: '', token_reviewer_jwt_set: false };
    expect(judged(bare, { place }).lines).toEqual([]);
    const without = { ...bare, disable_local_ca_jwt: true };
    expect(judged(without, { place }).lines.map(({ where }) => where)).toEqual([
      'kubernetes_ca_cert',
      'token_reviewer_jwt_set',
    ]);
  });

  it('needs no authority without TLS, on the machine of the KMS', () => {
    const kubernetes_host = 'http://127.0.0.1:6443';
    const server = { host: seen(kubernetes_host), authorities: untold };
    const its = { kubernetes_host, kubernetes_ca_cert: undefined };
    expect(judged(its, { server })).toMatchObject({ lines: [], untold: [] });
  });

  it('is told by nobody where the API server is not known', () => {
    const server = { host: untold, authorities: untold };
    expect(judged({}, { server })).toEqual({
      lines: [],
      untold: [
        {
          where: 'kubernetes_host',
          expected: 'the API server of prod',
          actual: 'https://api.example:6443',
        },
        {
          where: 'kubernetes_ca_cert',
          expected: 'the authority of prod',
          actual: 'SHA-256 AA',
        },
      ],
      remedies: [
        expect.stringContaining('It is not configured. Configure "kubernetesH'),
        expect.stringContaining('Configure "kubernetesCaFile" of cluster prod'),
      ],
    });
  });

  it('tells nothing of a reviewer that the server does not tell', () => {
    const { untold: open } = judged({ token_reviewer_jwt_set: undefined });
    expect(open.map(({ where }) => where)).toEqual(['token_reviewer_jwt_set']);
  });
});
