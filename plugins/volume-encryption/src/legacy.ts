/**
 * The same screens and fields for the old frontend system.
 *
 * @packageDocumentation
 */
export { isVolumeEncryptionAvailable } from './entity/entityFilter';
export * from './legacyFormFields';
export * from './legacyPlugin';
