import { platformFindings } from './platformFindings';
import { testFinding, testPlatformVolume } from './testVolume';

const plain = testFinding({
  code: 'recorded-unencrypted',
  impact: 'unencrypted',
  severity: 'warning',
  about: 'storage-class',
});
const sealed = testFinding();
const unread = testFinding({
  code: 'volume-unread',
  impact: 'unknown',
  about: 'cluster',
});
const failing = testFinding({
  code: 'mount-failed',
  impact: 'at-risk',
  about: 'tenant',
});

function volumes(count: number, changes: object) {
  return Array.from({ length: count }, (_, i) =>
    testPlatformVolume({ claim: `data-${i}`, ...changes }),
  );
}

it('puts what hurts most first, and of that what concerns most volumes', () => {
  const found = platformFindings(
    [
      ...volumes(9, { findings: [unread] }),
      ...volumes(5, { findings: [failing] }),
      ...volumes(2, { namespace: 'web', findings: [failing] }),
      ...volumes(3, { findings: [plain] }),
      ...volumes(1, { findings: [sealed] }),
    ],
    {},
  );
  expect(found.map(({ code, volumes: count }) => [code, count])).toEqual([
    ['kms-sealed', 1],
    ['recorded-unencrypted', 3],
    ['mount-failed', 5],
    ['mount-failed', 2],
    ['volume-unread', 9],
  ]);
});

it('folds by what it is about: a KMS over clusters, a class, a tenant', () => {
  const edge = { cluster: 'edge', findings: [sealed, plain, failing] };
  const prod = { findings: [sealed, plain, failing] };
  const found = platformFindings(
    [...volumes(2, prod), ...volumes(3, edge)],
    {},
  );
  expect(
    found.map(({ about, cluster, namespace, storageClass, kms, ...it }) => [
      about,
      about === 'kms' ? kms : cluster,
      storageClass ?? namespace,
      it.volumes,
    ]),
  ).toEqual([
    ['kms', 'vault', undefined, 5],
    ['storage-class', 'edge', 'ceph-rbd-encrypted', 3],
    ['storage-class', 'prod', 'ceph-rbd-encrypted', 2],
    ['tenant', 'edge', 'payments', 3],
    ['tenant', 'prod', 'payments', 2],
  ]);
});

it('is about the cluster or tenant where no KMS or class is known', () => {
  const bare = { kms: undefined, storageClass: undefined };
  const found = platformFindings(
    volumes(1, { ...bare, findings: [sealed, plain] }),
    {},
  );
  expect(found.map(({ about }) => about)).toEqual(['cluster', 'tenant']);
});

it('names the owners by how many volumes each has, ten at most', () => {
  const of = (owner: string, count: number) =>
    volumes(count, { owner, findings: [sealed] });
  const many = Array.from({ length: 12 }, (_, i) =>
    of(`group:default/${i}`, 1),
  );
  const [finding] = platformFindings(
    [...many.flat(), ...of('group:default/big', 4)],
    {},
  );
  expect(finding.owners.slice(0, 2)).toEqual([
    'group:default/big',
    'group:default/0',
  ]);
  expect([finding.owners.length, finding.ownerCount]).toEqual([10, 13]);
});

it('leaves out what is not asked for', () => {
  const some = volumes(1, { findings: [sealed, plain] });
  const codes = (filter: object) =>
    platformFindings(some, filter).map(({ code }) => code);
  expect(codes({ reason: 'kms-sealed' })).toEqual(['kms-sealed']);
  expect(codes({ impact: 'unencrypted' })).toEqual(['recorded-unencrypted']);
  expect(codes({ impact: 'at-risk' })).toEqual([]);
});
