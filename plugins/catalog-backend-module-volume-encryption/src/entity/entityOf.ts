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
  const links = linksOf(fact, settings.pageUrl);
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      namespace: 'default',
      name: entityName(id),
      ...textsOf(fact),
      annotations: {
        [ANNOTATION_LOCATION]: originOf(id),
        [ANNOTATION_ORIGIN_LOCATION]: originOf(id),
        [ANNOTATION_CATALOG_FACT]: id,
      },
      // The catalog takes an empty list for something to explain.
      ...(links.length > 0 && { links }),
    },
    spec: {
      type: entityType(id),
      owner: fact.owner ?? settings.owner,
      dependsOn: dependsOn.map(entityRef).sort(),
      dependencyOf: usedBy,
    },
  };
}

function textsOf({ type, name, cluster }: CatalogFact): {
  title: string;
  description?: string;
} {
  switch (type) {
    case 'cluster':
      return {
        title: `Cluster ${name}`,
        description: 'A cluster whose volumes are followed',
      };
    case 'kms':
      return {
        title: `KMS ${name}`,
        description: 'Keeps the keys of encrypted volumes',
      };
    case 'storage-class':
      return {
        title: `StorageClass ${name} on ${cluster}`,
        description: 'Volumes are asked for by it',
      };
    case 'tenant':
      return {
        title: `Tenant ${name} on ${cluster}`,
        description: 'A namespace whose volumes have keys of its own',
      };
    default:
      return { title: name };
  }
}
