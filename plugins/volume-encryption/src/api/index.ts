export * from './VolumeEncryptionApi';
export * from './VolumeEncryptionClient';
