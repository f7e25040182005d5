export * from './HealthScreen';
