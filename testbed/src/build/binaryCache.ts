import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { moduleFolder, type ServerModule } from './serverModules';

export const GO_FLAGS = ['-trimpath', '-buildvcs=false'];

/** Outside of the clone, so that a fresh clone finds what was built before. */
export function cacheFolder(): string {
  const root = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  return join(root, 'volume-encryption-testbed');
}

/**
 * The folder of a module's binaries. Its name changes with anything that
 * changes what is built: go.mod, go.sum, flags, system and processor.
 */
export function binaryFolder(module: ServerModule): string {
  const hash = createHash('sha256');
  for (const file of ['go.mod', 'go.sum']) {
    hash.update(readFileSync(join(moduleFolder(module), file)));
  }
  hash.update(
    JSON.stringify([
      GO_FLAGS,
      module.ldflags,
      module.commands,
      process.platform,
      process.arch,
    ]),
  );
  const key = hash.digest('hex').slice(0, 16);
  return join(cacheFolder(), `${module.name}-${key}`);
}

/** True when the module's servers can be run without a build. */
export function isBuilt(module: ServerModule): boolean {
  return existsSync(binaryFolder(module));
}
