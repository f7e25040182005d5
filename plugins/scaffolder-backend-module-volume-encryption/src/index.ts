/**
 * Template actions that make encrypted volumes and prove them.
 *
 * @packageDocumentation
 */
export { scaffolderModuleVolumeEncryption as default } from './module';
