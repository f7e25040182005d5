import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import knexFactory from 'knex';

const run = promisify(execFile);

const FOLDERS = ['/usr/local/bin', '/usr/bin', '/opt/homebrew/bin'];

/** Where PostgreSQL's programs are; undefined where there is none. */
export const postgresBin = FOLDERS.find(it =>
  ['initdb', 'postgres'].every(name => existsSync(path.join(it, name))),
);

/** PostgreSQL refuses to run as root. */
const NOBODY = 65_534;

/** A PostgreSQL of its own, reached by a socket in its own folder. */
export async function startPostgres() {
  if (!postgresBin) throw new Error('There is no PostgreSQL.');
  const folder = await mkdtemp(path.join(tmpdir(), 'postgres-'));
  const isRoot = process.getuid?.() === 0;
  const user = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
  if (isRoot) await chown(folder, NOBODY, NOBODY);
  const data = path.join(folder, 'data');
  const begin = ['-D', data, '-U', 'test', '-A', 'trust', '-N', '-E', 'UTF8'];
  await run(path.join(postgresBin, 'initdb'), begin, { ...user, cwd: folder });
  const server = spawn(
    path.join(postgresBin, 'postgres'),
    ['-D', data, '-k', folder, '-c', 'listen_addresses=', '-F'],
    { ...user, cwd: folder, stdio: 'ignore' },
  );
  const ended = new Promise(resolve => {
    server.on('exit', resolve);
  });
  const connection = { host: folder, user: 'test', database: 'postgres' };
  await untilAnswers(connection);
  const stop = async () => {
    server.kill('SIGINT');
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  return { connection, stop };
}

async function untilAnswers(connection: object): Promise<void> {
  const knex = knexFactory({ client: 'pg', connection });
  try {
    for (let tries = 0; ; tries++) {
      try {
        await knex.raw('select 1');
        return;
      } catch (error) {
        if (tries === 100) throw error;
        await new Promise(resolve => {
          setTimeout(resolve, 100);
        });
      }
    }
  } finally {
    await knex.destroy();
  }
}
