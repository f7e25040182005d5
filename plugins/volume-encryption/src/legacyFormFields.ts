import { createScaffolderFieldExtension } from '@backstage/plugin-scaffolder-react';
import {
  volumeClusterPicker,
  volumeDefaultClassPicker,
  volumeExistingTenantPicker,
  volumeKmsConnectionPicker,
  volumeNamespacePicker,
  volumeStorageClassPicker,
  volumeTenantPicker,
} from './fields/fieldExtensions';
import { volumeEncryptionPlugin } from './legacyPlugin';

/** Cluster and namespace for a volume of the chosen entity. @public */
export const VolumeTenantPickerFieldExtension = volumeEncryptionPlugin.provide(
  createScaffolderFieldExtension({
    ...volumeTenantPicker,
    schema: volumeTenantPicker.schema.schema,
  }),
);

/** A tenant with its KMS connection; for the platform team. @public */
export const VolumeExistingTenantPickerFieldExtension =
  volumeEncryptionPlugin.provide(
    createScaffolderFieldExtension({
      ...volumeExistingTenantPicker,
      schema: volumeExistingTenantPicker.schema.schema,
    }),
  );

/** An encrypted StorageClass of the chosen cluster. @public */
export const VolumeStorageClassPickerFieldExtension =
  volumeEncryptionPlugin.provide(
    createScaffolderFieldExtension({
      ...volumeStorageClassPicker,
      schema: volumeStorageClassPicker.schema.schema,
    }),
  );

/** A StorageClass that may be the default of the chosen cluster. @public */
export const VolumeDefaultClassPickerFieldExtension =
  volumeEncryptionPlugin.provide(
    createScaffolderFieldExtension({
      ...volumeDefaultClassPicker,
      schema: volumeDefaultClassPicker.schema.schema,
    }),
  );

/** A configured cluster. @public */
export const VolumeClusterPickerFieldExtension = volumeEncryptionPlugin.provide(
  createScaffolderFieldExtension({
    ...volumeClusterPicker,
    schema: volumeClusterPicker.schema.schema,
  }),
);

/** A namespace of the chosen cluster; for the platform team. @public */
export const VolumeNamespacePickerFieldExtension =
  volumeEncryptionPlugin.provide(
    createScaffolderFieldExtension({
      ...volumeNamespacePicker,
      schema: volumeNamespacePicker.schema.schema,
    }),
  );

/** A KMS connection of the chosen cluster. @public */
export const VolumeKmsConnectionPickerFieldExtension =
  volumeEncryptionPlugin.provide(
    createScaffolderFieldExtension({
      ...volumeKmsConnectionPicker,
      schema: volumeKmsConnectionPicker.schema.schema,
    }),
  );
