export * from './ClusterChosen';
export * from './KmsChosen';
