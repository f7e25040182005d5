export * from './staysInView';
export * from './useEntityVolume';
export * from './useEntityVolumes';
export * from './useKept';
export * from './useRevisions';
