export * from './OverviewScreen';
