export * from './useEntityVolumes';
export * from './useKept';
