import { execFile } from 'node:child_process';
import { chownSync, existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import knexFactory, { type Knex } from 'knex';

const run = promisify(execFile);

/** Whom the server runs as where the tests run as root, which it refuses. */
const NOBODY = 65_534;

/** The folder of the `PATH` that has PostgreSQL's programs. */
export const postgresFolder = (process.env.PATH ?? '')
  .split(path.delimiter)
  .find(folder =>
    ['initdb', 'pg_ctl'].every(it => existsSync(path.join(folder, it))),
  );

/** A PostgreSQL of its own with an empty database, reached by a socket only. */
export async function startPostgres(
  folder: string,
): Promise<{ knex: Knex; stop: () => Promise<void> }> {
  const data = await mkdtemp(path.join(tmpdir(), 'postgres-'));
  const isRoot = process.getuid?.() === 0;
  if (isRoot) chownSync(data, NOBODY, NOBODY);
  const as = isRoot ? { uid: NOBODY, gid: NOBODY, cwd: data } : { cwd: data };
  const act = (program: string, ...rest: string[]) =>
    run(path.join(folder, program), ['-D', data, ...rest], as);
  const settings = `-k ${data} -c listen_addresses= -c fsync=off`;
  const log = path.join(data, 'log');
  await act('initdb', '--auth=trust', '--username=postgres', '--no-sync');
  await act('pg_ctl', '-w', '-l', log, '-o', settings, 'start');
  const knex = knexFactory({
    client: 'pg',
    connection: { host: data, user: 'postgres', database: 'postgres' },
  });
  const stop = async () => {
    await knex.destroy();
    await act('pg_ctl', '-w', '-m', 'fast', 'stop');
    await rm(data, { recursive: true });
  };
  return { knex, stop };
}
