import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Not bundled: a native module, and the drivers of knex that are not there. */
const OUTSIDE = [
  'better-sqlite3',
  'mariadb',
  'mysql',
  'mysql2',
  'oracledb',
  'pg',
  'pg-*',
  'sqlite3',
  'tedious',
];

/** A program that can be run as often as wanted. */
export interface Program {
  /** Path of the file for Node. */
  file: string;
  /** Where Node keeps what it compiled, for the next start. */
  compileCache: string;
  remove(): Promise<void>;
}

/**
 * Puts the backend and all that it uses into one file, so that a start takes a
 * second. It is put beside `node_modules`, where the rest is found from.
 */
export async function buildMortalBackend(): Promise<Program> {
  const modules = path.resolve(require.resolve('knex/package.json'), '../..');
  await mkdir(path.join(modules, '.cache'), { recursive: true });
  const folder = await mkdtemp(path.join(modules, '.cache', 'mortal-backend-'));
  const file = path.join(folder, 'main.cjs');
  const remove = () => rm(folder, { recursive: true });
  await run(require.resolve('esbuild/bin/esbuild'), [
    path.join(__dirname, 'main.ts'),
    '--bundle',
    '--platform=node',
    '--target=node22',
    '--log-level=error',
    `--outfile=${file}`,
    ...OUTSIDE.map(name => `--external:${name}`),
  ]).catch(async error => {
    await remove();
    throw error;
  });
  return {
    file,
    compileCache: path.join(folder, 'compiled'),
    remove,
  };
}
