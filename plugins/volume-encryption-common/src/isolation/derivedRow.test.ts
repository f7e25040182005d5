import type { FoundSetup } from '../custodySetup/FoundSetup';
import { renderCustodySetup } from '../custodySetup/renderCustodySetup';
import { testPlace } from '../custodySetup/testPlace';
import { observed, unknown } from '../observation/observed';
import { derivedRow } from './derivedRow';
import { isClean } from './isolationRow';

const seen = <T>(value: T) => observed(value, '2026-01-01T00:00:00Z');
const place = testPlace();
const { files } = renderCustodySetup('vault', place, { kubernetes: 'auth_k' });
const policy = files[0].content;
const role = JSON.parse(files[4].content);

const asSetUp: FoundSetup = {
  authMounts: seen([
    { path: 'kubernetes', type: 'kubernetes', accessor: 'auth_k' },
  ]),
  authConfig: seen({ kubernetes_host: 'https://api.example:6443' }),
  accountRole: seen(role),
  accountPolicy: seen(policy),
  tokenRole: seen(undefined),
  tokenPolicy: seen(undefined),
};

const question = {
  tenant: { tenantId: 'prod.web', custody: 'vaulttenantsa' as const },
  tenants: ['prod.web', 'prod.api', 'dev.web', 'prod.web2'],
  mountPrefix: 'csi',
};
const row = (found: Partial<FoundSetup> = {}) =>
  derivedRow(question, 'web', { place, found: { ...asSetUp, ...found } });

describe('a tenant with a ServiceAccount', () => {
  it('keeps its own keys, and is denied those of the others', () => {
    const clean = row();
    expect(clean).toMatchObject({
      basis: 'derived',
      own: ['create', 'delete', 'read', 'update'],
      denied: 3,
      findings: [],
    });
    expect(isClean([clean])).toBe(true);
  });

  it('is not clean with a policy for every cluster, and the paths are named', () => {
    const wide = policy.replaceAll('csi/prod.', 'csi/+/');
    const shown = row({ accountPolicy: seen(wide) });
    expect(shown).toMatchObject({ basis: 'unknown', denied: 0, findings: [] });
    const glob = `${policy}path "csi/dev.*" { capabilities = ["read"] }\n`;
    const open = row({ accountPolicy: seen(glob) });
    expect(open).toMatchObject({ basis: 'unknown', denied: 0 });
    expect(open.findings.map(({ path }) => path)).toEqual([
      'csi/dev.web/data/probe',
      'csi/dev.web/metadata/probe',
      'csi/dev.web/metadata/',
    ]);
    expect(isClean([shown])).toBe(false);
    expect(isClean([open])).toBe(false);
  });

  it.each([
    [
      'the role gives more',
      { accountRole: seen({ ...role, token_policies: [] }) },
    ],
    ['there is no role', { accountRole: seen(undefined) }],
    ['the role was not read', { accountRole: unknown('denied', 'No.') }],
    ['there is no policy', { accountPolicy: seen(undefined) }],
    ['the policy was not read', { accountPolicy: unknown('denied', 'No.') }],
    ['the mounts were not read', { authMounts: unknown('denied', 'No.') }],
    ['there is no auth mount', { authMounts: seen([]) }],
    ['the policy is not understood', { accountPolicy: seen('path') }],
    [
      'the policy names another auth mount',
      { accountPolicy: seen(policy.replaceAll('auth_k', 'auth_x')) },
    ],
  ])('is unknown when %s', (_, found) => {
    expect(row(found)).toMatchObject({
      basis: 'unknown',
      denied: 0,
      findings: [],
      message: expect.stringMatching(/./),
    });
    expect(isClean([row(found)])).toBe(false);
  });
});
