export * from './client';
export * from './ports';
