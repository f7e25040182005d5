import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { valueAt } from 'testbed';

/** Memory of the portal's process, in MB. */
export interface PortalMemory {
  resident: number;
  /** The most that was ever resident. */
  residentPeak: number;
  /** JavaScript objects in use, without garbage. */
  heap: number;
}

/** Asks the process and, for its peak, the kernel (`/proc/<pid>/status`). */
export async function memoryOf(child: ChildProcess): Promise<PortalMemory> {
  child.send('memory');
  const [said] = await once(child, 'message');
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(status) ?? [];
  return {
    resident: Number(valueAt(said, ['rss'])) / 1_000_000,
    residentPeak: (Number(kilobytes) * 1024) / 1_000_000,
    heap: Number(valueAt(said, ['heap'])) / 1_000_000,
  };
}
