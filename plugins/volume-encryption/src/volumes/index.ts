export * from './volumeKey';
export * from './volumeRow';
export * from './VolumesTable';
export * from './ProtectionCounts';
