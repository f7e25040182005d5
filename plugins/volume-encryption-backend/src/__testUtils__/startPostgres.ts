import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Whom the server runs as where the tests run as root, which it refuses. */
const NOBODY = 65_534;

/** The folder of the `PATH` that has PostgreSQL's programs; undefined for none. */
export const postgresFolder = (process.env.PATH ?? '')
  .split(path.delimiter)
  .find(folder =>
    ['initdb', 'pg_ctl'].every(it => existsSync(path.join(folder, it))),
  );

/** A PostgreSQL of its own with an empty database, reached by a socket only. */
export async function startPostgres() {
  if (!postgresFolder) throw new Error('PostgreSQL is not on the PATH.');
  const programs = postgresFolder;
  const folder = await mkdtemp(path.join(tmpdir(), 'postgres-'));
  const isRoot = process.getuid?.() === 0;
  if (isRoot) await chown(folder, NOBODY, NOBODY);
  const as = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
  const act = (program: string, ...rest: string[]) =>
    run(path.join(programs, program), ['-D', folder, ...rest], {
      ...as,
      cwd: folder,
    });
  const settings = `-k ${folder} -c listen_addresses= -c fsync=off`;
  const log = path.join(folder, 'log');
  await act('initdb', '--auth=trust', '--username=test', '--no-sync', '-EUTF8');
  await act('pg_ctl', '-w', '-l', log, '-o', settings, 'start');
  const stop = async () => {
    await act('pg_ctl', '-w', '-m', 'fast', 'stop');
    await rm(folder, { recursive: true, force: true });
  };
  const connection = { host: folder, user: 'test', database: 'postgres' };
  return { connection, stop };
}
