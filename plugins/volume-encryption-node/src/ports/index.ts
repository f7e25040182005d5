export * from './Cluster';
export * from './Kms';
