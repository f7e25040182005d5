import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';

/** The machine's Go. */
export interface GoToolchain {
  command: string;
  /** E.g. `1.26.8`. */
  version: string;
}

/** `go` of the PATH, else where Go's own installer puts it. */
const COMMANDS = ['go', '/usr/local/go/bin/go'];

/** @returns undefined where no Go is installed */
export function goToolchain(): GoToolchain | undefined {
  for (const command of COMMANDS) {
    // Outside of any module, so that no go.mod sends it to download another.
    const asked = spawnSync(command, ['env', 'GOVERSION'], {
      cwd: tmpdir(),
      encoding: 'utf8',
    });
    const [, version] = /^go(\S+)/.exec(asked.stdout ?? '') ?? [];
    if (asked.status === 0 && version) return { command, version };
  }
  return undefined;
}
