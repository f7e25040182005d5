/**
 * The same screens and fields for the old frontend system.
 *
 * @packageDocumentation
 */
export { isBlastRadiusAvailable } from './blastRadius/factFilter';
export { isVolumeEncryptionAvailable } from './entity/entityFilter';
export type { ExistingTenantChoice } from './fields/existingTenantSource';
export type { TenantChoice } from './fields/tenantSource';
export * from './legacyFormFields';
export * from './legacyPlugin';
