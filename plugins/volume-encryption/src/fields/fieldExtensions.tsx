import {
  makeFieldSchema,
  type FieldExtensionComponentProps,
} from '@backstage/plugin-scaffolder-react';
import { ChoiceField } from './ChoiceField';
import type { ChoiceSource } from './ChoiceSource';
import { choiceValidation } from './choiceValidation';
import { clusterSource } from './clusterSource';
import { defaultClassSource } from './defaultClassSource';
import { existingTenantSource } from './existingTenantSource';
import { kmsConnectionSource } from './kmsConnectionSource';
import { namespaceSource } from './namespaceSource';
import { storageClassSource } from './storageClassSource';
import { tenantSource } from './tenantSource';

const nameSchema = makeFieldSchema({ output: z => z.string() });

/** Cluster and namespace for a volume of the chosen entity. */
export const volumeTenantPicker = {
  ...fieldOf(tenantSource),
  schema: makeFieldSchema({
    output: z => z.object({ cluster: z.string(), namespace: z.string() }),
    uiOptions: z =>
      z.object({
        entityField: z
          .string()
          .optional()
          .describe(
            'The field that holds the entity ref; entityRef by default',
          ),
      }),
  }),
};

/** A tenant that is there, with its KMS connection; for the platform team. */
export const volumeExistingTenantPicker = {
  ...fieldOf(existingTenantSource),
  schema: makeFieldSchema({
    output: z =>
      z.object({
        cluster: z.string(),
        namespace: z.string(),
        kmsId: z.string(),
      }),
  }),
};

/** An encrypted StorageClass of the chosen cluster. */
export const volumeStorageClassPicker = {
  ...fieldOf(storageClassSource),
  schema: nameSchema,
};

/** A StorageClass that may be the default of the chosen cluster. */
export const volumeDefaultClassPicker = {
  ...fieldOf(defaultClassSource),
  schema: nameSchema,
};

/** A configured cluster. */
export const volumeClusterPicker = {
  ...fieldOf(clusterSource),
  schema: nameSchema,
};

/** A namespace of the chosen cluster; for the platform team. */
export const volumeNamespacePicker = {
  ...fieldOf(namespaceSource),
  schema: nameSchema,
};

/** A KMS connection of the chosen cluster. */
export const volumeKmsConnectionPicker = {
  ...fieldOf(kmsConnectionSource),
  schema: makeFieldSchema({
    output: z => z.string(),
    uiOptions: z =>
      z.object({
        kmsType: z
          .string()
          .optional()
          .describe('Only connections of this type, such as vaulttenantsa'),
      }),
  }),
};

function fieldOf<T, Scope>(source: ChoiceSource<T, Scope>) {
  const Component = (field: FieldExtensionComponentProps<T>) => (
    <ChoiceField source={source} field={field} />
  );
  Component.displayName = source.name;
  return {
    name: source.name,
    component: Component,
    validation: choiceValidation(source),
  };
}
