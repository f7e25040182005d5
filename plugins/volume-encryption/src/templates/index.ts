export * from './templateLink';
