import {
  isolationPaths,
  rowState,
} from 'backstage-plugin-volume-encryption-common';
import { recordOf } from '../inspection/__testUtils__/indexOf';
import { vaultNamed } from '../inspection/__testUtils__/vaultNamed';
import { tokenRow } from './tokenRow';

const question = {
  tenant: { tenantId: 'prod.web', custody: 'vaulttokens' as const },
  tenants: ['prod.web', 'prod.api'],
  mountPrefix: 'csi',
};
const OWN = 'csi/prod.web/data/probe';
const OTHER = 'csi/prod.api/data/probe';

/** What a token may; undefined where the KMS does not know it, `failing` where it does not say. */
type Given = Record<string, string[]> | undefined | 'failing';

/** The row of a tenant with a token for each, by accessor, the newest last. */
function rowOf(tokens: Record<string, Given>) {
  const kms = vaultNamed('vault', 'http://127.0.0.1:1');
  kms.tokens.lookup = async accessor => {
    if (tokens[accessor] === 'failing') throw new Error('no');
    return (
      tokens[accessor] && {
        path: kms.tokens.creationPath,
        meta: { cluster: 'prod', namespace: 'web', operation: accessor },
        ...{ policies: [], entityId: '', boundCidrs: [] },
        ...{ orphan: true, renewable: true },
      }
    );
  };
  kms.capabilities.ofAccessor = async (accessor, paths) => {
    const given = Object(tokens[accessor]);
    return new Map(paths.map(it => [it, given[it] ?? ['deny']]));
  };
  const recorded = Object.keys(tokens).map(accessor =>
    recordOf('web', { id: accessor, accessor }),
  );
  return tokenRow(kms, question, { tokens: recorded });
}

it('is clean where each token is denied what is of others', async () => {
  const row = await rowOf({ a: { [OWN]: ['read'] }, b: { [OWN]: ['create'] } });
  expect(row).toMatchObject({ basis: 'asked', own: ['create', 'read'] });
  expect(row.message).toContain('2 tokens');
  expect(rowState(row)).toBe('clean');
});

it.each(['older', 'newer'])(
  'finds what the %s token alone may',
  async which => {
    const row = await rowOf({
      older: which === 'older' ? { [OTHER]: ['read'] } : {},
      newer: which === 'newer' ? { [OTHER]: ['read'] } : {},
    });
    expect(row).toMatchObject({
      denied: 0,
      findings: [{ path: OTHER, capabilities: ['read'] }],
    });
  },
);

it('is not clean where one of them was not told of a path', async () => {
  const row = await rowOf({ a: { [OTHER]: [] }, b: {} });
  expect(row.findings).toMatchObject([{ path: OTHER, capabilities: [] }]);
  expect(rowState(row)).toBe('unknown');
});

it('is unknown where one cannot be asked, and keeps what another may', async () => {
  const doubtful = await rowOf({ a: 'failing', b: {} });
  expect(doubtful).toMatchObject({ basis: 'unknown', denied: 0, findings: [] });
  const open = await rowOf({ a: 'failing', b: { [OTHER]: ['read'] } });
  expect(rowState(open)).toBe('finding');
});

it('is of those that the KMS still knows, and unknown without any', async () => {
  expect(await rowOf({ a: undefined, b: {} })).toMatchObject({
    basis: 'asked',
    denied: 1,
  });
  expect(await rowOf({ a: undefined })).toMatchObject({
    basis: 'unknown',
    message: expect.stringContaining('does not know'),
  });
  expect(await rowOf({})).toMatchObject({
    basis: 'unknown',
    message: expect.stringContaining('No token was delivered'),
  });
  expect(isolationPaths(question)).toContain(OTHER);
});
