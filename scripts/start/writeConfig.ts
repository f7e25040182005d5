import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { stringify } from 'yaml';
import { runFolder } from './folders';
import type { StartOptions } from './options';
import type { Servers } from './servers';

/**
 * Writes this run's part of the configuration, readable by its owner only
 * because it may hold the sandbox's tokens. Answers the file's path.
 */
export async function writeConfig(
  { ports, real }: StartOptions,
  servers: Servers,
): Promise<string> {
  const folder = runFolder(ports.backend);
  const app = `http://localhost:${ports.app}`;
  const config = {
    app: { baseUrl: app },
    backend: {
      baseUrl: `http://localhost:${ports.backend}`,
      listen: { port: ports.backend, host: '127.0.0.1' },
      cors: { origin: app },
      // Accessors of tenants' tokens must outlive the portal on real servers.
      ...(real && {
        database: {
          connection: { directory: path.join(folder, 'database') },
        },
      }),
    },
    volumeEncryption: servers.config,
  };
  const file = path.join(folder, 'app-config.yaml');
  await mkdir(path.join(folder, 'database'), { recursive: true });
  await writeFile(file, stringify(config), { mode: 0o600 });
  return file;
}
