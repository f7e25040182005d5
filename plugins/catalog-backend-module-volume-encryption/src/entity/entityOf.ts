import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  type ResourceEntity,
} from '@backstage/catalog-model';
import {
  ANNOTATION_CATALOG_FACT,
  type CatalogFact,
} from 'backstage-plugin-volume-encryption-common';
import { entityName, entityRef, entityType } from './entityName';
import { linksOf } from './linksOf';
import { originOf } from './originOf';

/**
 * A fact as a Resource of the catalog, its relations as refs. What it depends on
 * and who depends on it are both on it: the entities that use it stay as they are.
 */
export function entityOf(
  fact: CatalogFact,
  settings: { owner: string; pageUrl: string },
): ResourceEntity {
  const { id, dependsOn, usedBy } = fact;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      namespace: 'default',
      name: entityName(id),
      title: titleOf(fact),
      annotations: {
        [ANNOTATION_LOCATION]: originOf(id),
        [ANNOTATION_ORIGIN_LOCATION]: originOf(id),
        [ANNOTATION_CATALOG_FACT]: id,
      },
      links: linksOf(fact, settings.pageUrl),
    },
    spec: {
      type: entityType(id),
      owner: fact.owner ?? settings.owner,
      dependsOn: dependsOn.map(entityRef).sort(),
      dependencyOf: usedBy,
    },
  };
}

function titleOf({ type, name, cluster }: CatalogFact): string {
  switch (type) {
    case 'cluster':
      return `Cluster ${name}`;
    case 'kms':
      return `KMS ${name}`;
    case 'storage-class':
      return `StorageClass ${name} on ${cluster}`;
    case 'tenant':
      return `Tenant ${name} on ${cluster}`;
    default:
      return name;
  }
}
