import { createHash } from 'node:crypto';
import { KubernetesValidatorFunctions } from '@backstage/catalog-model';
import { catalogFactId } from 'backstage-plugin-volume-encryption-common';
import { entityName, entityType } from './entityName';

const { cluster, kms, storageClass, tenant } = catalogFactId;

/** Numbers below `limit` that look random and are the same in each run. */
function numbers(seed: string, count: number, limit: number): number[] {
  return Array.from({ length: count }, (_, at) => {
    const hash = createHash('sha256').update(`${seed} ${at}`).digest();
    return hash.readUInt32BE(0) % limit;
  });
}

/** Of few letters, so that names that differ look alike. */
function label(seed: string, length: number, letters = 'ab-'): string {
  const inner = numbers(seed, length, letters.length).map(it => letters[it]);
  return `a${inner.join('')}a`;
}

function manyIds(): string[] {
  return numbers('lengths', 4000, 61).flatMap((length, at) => {
    const one = label(`one ${at}`, at % 3 ? length % 6 : length);
    const other = label(`other ${at}`, at % 5 ? at % 6 : length);
    const dotted = label(`dotted ${at}`, length, 'ab-.');
    return [
      cluster(one),
      kms(one),
      tenant(one, other),
      storageClass(one, other),
      storageClass(one, `${other}.${dotted}`),
    ];
  });
}

it('gives each id a name of its own that the catalog takes', () => {
  const ids = [...new Set(manyIds())];
  const names = ids.map(entityName);
  expect(ids.length).toBeGreaterThan(8000);
  expect(new Set(names).size).toBe(ids.length);
  expect(names.filter(it => it.length === 63).length).toBeGreaterThan(1000);
  for (const name of names) {
    expect(KubernetesValidatorFunctions.isValidObjectName(name)).toBe(true);
    expect(name).toBe(name.toLowerCase());
  }
});

it.each([
  [cluster('prod'), 'volume-cluster.prod'],
  [kms('vault'), 'kms.vault'],
  [tenant('prod', 'payments'), 'kms-tenant.prod.payments'],
  [storageClass('prod', 'rbd.fast'), 'storage-class.prod.rbd.fast'],
])('the name of %s is %s', (id, name) => {
  expect(entityName(id)).toBe(name);
});

it('cuts what is too long and stays the same in each run', () => {
  const long = 'a-very-long-name-of-a-storage-class-for-nothing-but-tests';
  expect(entityName(storageClass('production', long))).toBe(
    'storage-class.production.a-very-long-name-of-a-sto_e027e58eb1f7',
  );
});

it('has no type that the Kubernetes plugin takes for a cluster of its own', () => {
  const ids = [
    cluster('a'),
    kms('a'),
    tenant('a', 'b'),
    storageClass('a', 'b'),
  ];
  expect(ids.map(entityType)).not.toContain('kubernetes-cluster');
});
