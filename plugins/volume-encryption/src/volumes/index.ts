export * from './pageSizes';
export * from './volumeKey';
export * from './volumeRow';
export { SEARCH_MAX } from './VolumeSearch';
export * from './VolumesTable';
export * from './ProtectionCounts';
