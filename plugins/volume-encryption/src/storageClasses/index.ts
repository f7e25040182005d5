export * from './StorageClassesScreen';
