import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Runs `work` while no other process runs it under the same file.
 * The file holds the id of its owner, so a lock whose owner is gone is taken
 * over. Two who take it over in the same instant would both work: that costs
 * time and nothing else, because a build appears whole or not at all.
 */
export async function withBuildLock<T>(
  file: string,
  work: () => Promise<T>,
): Promise<T> {
  mkdirSync(dirname(file), { recursive: true });
  let announced: number | undefined;
  while (!take(file)) {
    const owner = ownerOf(file);
    if (owner !== undefined && !isRunning(owner)) {
      rmSync(file, { force: true });
      continue;
    }
    if (owner !== undefined && owner !== announced) {
      process.stderr.write(`testbed: waiting for the build of pid ${owner}\n`);
      announced = owner;
    }
    await sleep(500);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/** Undefined for the instant in which the file is there and empty, or gone. */
function ownerOf(file: string): number | undefined {
  try {
    return Number(readFileSync(file, 'utf8')) || undefined;
  } catch {
    return undefined;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}

function hasCode(error: unknown, code: string): boolean {
  // Not `instanceof Error`: under Jest Node's errors are of another realm.
  return typeof error === 'object' && error !== null && 'code' in error
    ? error.code === code
    : false;
}
