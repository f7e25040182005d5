import path from 'node:path';

/** The folder of the clone. */
export const root = path.resolve(__dirname, '../..');

/** The ignored folder for configuration and logs of a run. */
export const runFolder = path.join(root, '.run');
