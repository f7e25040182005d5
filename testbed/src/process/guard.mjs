/*
 * Runs beside the testbed and outlives whoever started it, however that ended:
 * its standard input closes, and then it ends the servers that are left and
 * removes the data folder given as its only argument.
 * Reads lines: `+<pid>` a server was started, `-<pid>` it has ended.
 */
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';

const dataFolder = process.argv[2];
const running = new Set();

createInterface({ input: process.stdin })
  .on('line', line => {
    const pid = Number(line.slice(1));
    if (line.startsWith('+')) running.add(pid);
    else running.delete(pid);
  })
  .on('close', () => {
    for (const pid of running) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It has ended by itself.
      }
    }
    rmSync(dataFolder, { recursive: true, force: true, maxRetries: 20 });
  });
