export { createRouter } from './createRouter';
export type { HttpParts } from './HttpParts';
