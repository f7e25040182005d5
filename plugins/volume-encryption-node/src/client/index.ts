export * from './VolumeEncryptionService';
export { volumeEncryptionServiceRef } from './volumeEncryptionServiceRef';
