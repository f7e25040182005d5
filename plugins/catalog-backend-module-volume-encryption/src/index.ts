/**
 * The clusters, KMSs, StorageClasses and tenants of Volume Encryption, as
 * Resources of the catalog.
 *
 * @packageDocumentation
 */
export { catalogModuleVolumeEncryption as default } from './module';
