export * from './ClusterChosen';
export * from './KmsChosen';
export { useChosen } from './useChosen';
