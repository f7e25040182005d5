import {
  createFormField,
  FormFieldBlueprint,
} from '@backstage/plugin-scaffolder-react/alpha';

const load = () => import('./fields/fieldExtensions');

/** The template fields, for the new frontend system. */
export const formFields = [
  FormFieldBlueprint.make({
    name: 'tenant-picker',
    params: {
      field: async () => createFormField((await load()).volumeTenantPicker),
    },
  }),
  FormFieldBlueprint.make({
    name: 'existing-tenant-picker',
    params: {
      field: async () =>
        createFormField((await load()).volumeExistingTenantPicker),
    },
  }),
  FormFieldBlueprint.make({
    name: 'storage-class-picker',
    params: {
      field: async () =>
        createFormField((await load()).volumeStorageClassPicker),
    },
  }),
  FormFieldBlueprint.make({
    name: 'default-class-picker',
    params: {
      field: async () =>
        createFormField((await load()).volumeDefaultClassPicker),
    },
  }),
  FormFieldBlueprint.make({
    name: 'cluster-picker',
    params: {
      field: async () => createFormField((await load()).volumeClusterPicker),
    },
  }),
  FormFieldBlueprint.make({
    name: 'namespace-picker',
    params: {
      field: async () => createFormField((await load()).volumeNamespacePicker),
    },
  }),
  FormFieldBlueprint.make({
    name: 'kms-connection-picker',
    params: {
      field: async () =>
        createFormField((await load()).volumeKmsConnectionPicker),
    },
  }),
];
