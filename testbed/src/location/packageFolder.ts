import { join } from 'node:path';

/** The folder of this package, which is always run from its source. */
// eslint-disable-next-line no-restricted-syntax
export const packageFolder = join(__dirname, '..', '..');
