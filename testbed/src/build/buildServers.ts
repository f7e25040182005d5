import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { binaryFolder, cacheFolder, GO_FLAGS, isBuilt } from './binaryCache';
import { withBuildLock } from './buildLock';
import { goToolchain } from './goToolchain';
import {
  isOlder,
  minimumGo,
  moduleFolder,
  serverModules,
  type ServerModule,
} from './serverModules';

/** The folder that holds the binaries of each module. */
export type ServerBinaries = Record<keyof typeof serverModules, string>;

/**
 * Builds the servers that the cache does not hold yet, one after the other,
 * and says on stderr what is built and how long it may take.
 * @throws Error when there is no fit Go, or with the end of Go's own messages
 */
export async function buildServers(): Promise<ServerBinaries> {
  for (const module of Object.values(serverModules)) {
    if (isBuilt(module)) continue;
    const reason = whyNotBuildable();
    if (reason) throw new Error(reason);
    await withBuildLock(join(cacheFolder(), 'build.lock'), async () => {
      // Somebody else may have built it while this process waited.
      if (!isBuilt(module)) await build(module);
    });
  }
  return {
    etcd: binaryFolder(serverModules.etcd),
    kubernetes: binaryFolder(serverModules.kubernetes),
    vault: binaryFolder(serverModules.vault),
  };
}

/** Why the servers cannot be had on this machine; undefined when they can. */
export function whyNotBuildable(): string | undefined {
  if (Object.values(serverModules).every(isBuilt)) return undefined;
  const go = goToolchain();
  const needed = minimumGo();
  if (!go) {
    return `Go is not installed: Go ${needed} or newer builds the servers`;
  }
  return isOlder(go.version, needed)
    ? `Go ${go.version} is too old: Go ${needed} or newer builds the servers`
    : undefined;
}

/** The finished folder appears by a rename: never half a build. */
async function build(module: ServerModule): Promise<void> {
  const started = Date.now();
  say(
    `building ${module.commands.map(({ binary }) => binary).join(', ')} from ` +
      `source. This is done once; the first time takes about ` +
      `${module.minutes} min on two cores`,
  );
  mkdirSync(cacheFolder(), { recursive: true });
  const folder = mkdtempSync(join(cacheFolder(), `${module.name}-building-`));
  try {
    for (const command of module.commands) {
      await runGo(module, command.goPackage, join(folder, command.binary));
    }
    renameSync(folder, binaryFolder(module));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  say(
    `${module.name} is built (${Math.round((Date.now() - started) / 1000)} s)`,
  );
}

async function runGo(
  module: ServerModule,
  goPackage: string,
  output: string,
): Promise<void> {
  const logFile = join(cacheFolder(), `${module.name}-build.log`);
  const log = openSync(logFile, 'w');
  const go = spawn(
    goToolchain()?.command ?? 'go',
    ['build', ...GO_FLAGS, '-ldflags', module.ldflags, '-o', output, goPackage],
    {
      cwd: moduleFolder(module),
      stdio: ['ignore', log, log],
      env: { ...process.env, CGO_ENABLED: '0' },
    },
  );
  closeSync(log);
  const [code] = await once(go, 'exit');
  if (code !== 0) {
    const lines = readFileSync(logFile, 'utf8').trimEnd().split('\n');
    throw new Error(
      `go build ${goPackage} failed. The end of ${logFile}:\n` +
        `${lines.slice(-15).join('\n')}`,
    );
  }
}

function say(line: string): void {
  process.stderr.write(`testbed: ${line}\n`);
}
