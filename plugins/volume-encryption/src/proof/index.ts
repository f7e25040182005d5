export * from './ProofScreen';
