export * from './EncryptionCard';
export * from './EncryptionContent';
export * from './entityFilter';
