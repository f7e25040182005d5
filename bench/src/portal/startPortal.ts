import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort, textAt } from 'testbed';
import { contentOf, jsonOf } from '../load/content';
import { eventually } from '../load/eventually';
import { HttpClient } from '../load/HttpClient';
import { bundlePortal } from './bundle';
import { catalogEntities, userNames } from './catalog';
import { portalConfig, type PortalOptions } from './config';
import { deploy } from './deploy';
import { memoryOf, type PortalMemory } from './memory';

/** A portal that runs. */
export interface Portal {
  url: string;
  /** The same for the ten users, each with a token and connections of his own. */
  users: PortalUser[];
  /** When its process was spawned, on the clock of `performance.now()`. */
  spawnedAt: number;
  memory(): Promise<PortalMemory>;
  stop(): Promise<void>;
}

/** A user who has signed in. */
export interface PortalUser {
  token: string;
  client: HttpClient;
}

/**
 * Starts a portal and waits until it answers and its catalog is complete.
 * @throws Error with the end of its log when it does not start
 */
export async function startPortal(options: PortalOptions): Promise<Portal> {
  const folder = mkdtempSync(path.join(tmpdir(), 'volume-encryption-bench-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const config = writeFiles(folder, port, options);
  const args = ['--config', config];
  if (options.withKubernetes) args.push('--with-kubernetes');
  const program = await bundlePortal();
  const spawnedAt = performance.now();
  const child = run([program, ...args], folder);
  const failed = once(child, 'exit').then(() => {
    const log = readFileSync(path.join(folder, 'log'), 'utf8');
    throw new Error(`the portal ended:\n${log.slice(-5000)}`);
  });
  failed.catch(() => {});
  const users = await Promise.race([signInAll(url, options), failed]);
  const stop = async () => {
    for (const { client } of users) client.close();
    const ended = once(child, 'exit');
    child.disconnect();
    await ended;
    rmSync(folder, { recursive: true });
  };
  return { url, users, spawnedAt, memory: () => memoryOf(child), stop };
}

function run(args: string[], folder: string) {
  const log = openSync(path.join(folder, 'log'), 'a');
  const child = spawn(process.execPath, ['--expose-gc', ...args], {
    cwd: deploy(folder),
    env: {
      ...process.env,
      NODE_ENV: 'production',
      // For profiles: BENCH_NODE_OPTIONS=--cpu-prof
      NODE_OPTIONS: process.env.BENCH_NODE_OPTIONS ?? '',
    },
    stdio: ['ignore', log, log, 'ipc'],
  });
  closeSync(log);
  return child;
}

function writeFiles(folder: string, port: number, options: PortalOptions) {
  const catalogFile = path.join(folder, 'catalog.yaml');
  const entities = catalogEntities(options.components);
  // JSON is YAML, and needs no quoting rules of ours.
  const texts = entities.map(entity => JSON.stringify(entity));
  writeFileSync(catalogFile, texts.join('\n---\n'));
  const config = path.join(folder, 'app-config.yaml');
  const content = portalConfig(options, { port, catalogFile });
  writeFileSync(config, JSON.stringify(content), { mode: 0o600 });
  return config;
}

async function signInAll(
  url: string,
  { components }: PortalOptions,
): Promise<PortalUser[]> {
  const users: PortalUser[] = [];
  for (const name of userNames) {
    const token = await eventually(
      `${name} signs in`,
      () => signIn(url, name),
      { withinMs: 120_000 },
    );
    const headers = {
      authorization: `Bearer ${token}`,
      'accept-encoding': 'gzip',
    };
    users.push({ token, client: new HttpClient({ url, headers }) });
  }
  for (const { name } of components) {
    await eventually(`${name} is in the catalog`, () =>
      isOwned(users[0].client, name),
    );
  }
  return users;
}

async function signIn(url: string, name: string): Promise<string> {
  const client = new HttpClient({ url, headers: { 'x-bench-user': name } });
  const answer = await client.demand({ path: '/api/auth/named/refresh' });
  client.close();
  return textAt(jsonOf(answer), 'backstageIdentity', 'token');
}

async function isOwned(client: HttpClient, name: string) {
  const answer = await client.demand({
    path: `/api/catalog/entities/by-name/component/default/${name}`,
  });
  return contentOf(answer).includes('"ownedBy"') || undefined;
}
