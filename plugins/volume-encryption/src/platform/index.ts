export * from './PlatformContent';
export * from './PlatformPage';
