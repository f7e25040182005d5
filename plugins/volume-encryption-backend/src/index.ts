/**
 * The backend of Volume Encryption.
 *
 * @packageDocumentation
 */
export { volumeEncryptionPlugin as default } from './plugin';
