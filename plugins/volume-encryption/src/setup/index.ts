export * from './SetupScreen';
