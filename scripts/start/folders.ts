import path from 'node:path';

/** The folder of the clone. */
export const root = path.resolve(__dirname, '../..');

/** The ignored folder for configuration, logs and data of the portal on a port. */
export function runFolder(backendPort: number): string {
  return path.join(root, '.run', `portal-${backendPort}`);
}
