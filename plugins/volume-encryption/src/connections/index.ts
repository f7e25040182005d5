export * from './ConnectionsScreen';
