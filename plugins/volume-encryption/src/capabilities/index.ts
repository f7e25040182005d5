export * from './AllowedContext';
export * from './useCapabilities';
