export * from './annotations';
export * from './api';
export * from './errorBody';
export * from './errors';
export { openApiDocument } from './openapiDocument.generated';
export type { components } from './openapiTypes.generated';
export * from './permissions';
export * from './reasons';
export * from './signals';
