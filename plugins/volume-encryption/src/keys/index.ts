export * from './KeysScreen';
