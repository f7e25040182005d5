/**
 * `npm start`: starts the sandbox (or takes the servers named), the backend and
 * the app, waits until all answer, and stops all of them on Ctrl-C.
 */
import path from 'node:path';
import { root, runFolder } from './folders';
import { readOptions, usage, type StartOptions } from './options';
import { requireFreePorts } from './ports';
import { startServers } from './servers';
import { Service } from './Service';
import { writeConfig } from './writeConfig';

function say(text: string) {
  console.log(`[start] ${text}`);
}

async function start(options: StartOptions, stops: (() => Promise<void>)[]) {
  const { app, backend, ...sandbox } = options.ports;
  await requireFreePorts(
    options.real ? { app, backend } : { app, backend, ...sandbox },
  );
  const servers = await startServers(options);
  stops.push(() => servers.stop());
  say(`Servers: ${servers.description}`);

  const run = await writeConfig(options, servers);
  const config = [
    '--config',
    path.join(root, 'app-config.yaml'),
    '--config',
    run,
  ];
  const service = {
    args: ['package', 'start', ...config],
    logFolder: runFolder(backend),
  };
  const backendService = new Service({
    name: 'backend',
    folder: 'packages/backend',
    ...service,
  });
  stops.push(() => backendService.stop());
  const appService = new Service({
    name: 'app',
    folder: 'packages/app',
    ...service,
  });
  stops.push(() => appService.stop());

  say('Starting backend and app; the first time takes about a minute');
  const health = `http://127.0.0.1:${backend}/.backstage/health/v1/readiness`;
  await Promise.all([
    backendService.ready(health, 180).then(() => say('The backend answers')),
    appService
      .ready(`http://localhost:${app}/`, 240)
      .then(() => say('The app answers')),
  ]);
}

async function main() {
  const args = process.argv.slice(2);
  if (args.includes('--help')) {
    console.log(usage);
    return;
  }
  const stops: (() => Promise<void>)[] = [];
  const stopAll = async (code: number) => {
    for (const stop of stops.splice(0).reverse()) await stop();
    process.exit(code);
  };
  process.on('SIGINT', () => stopAll(0));
  process.on('SIGTERM', () => stopAll(0));
  try {
    const options = readOptions(args);
    await start(options, stops);
    say(
      `Open http://localhost:${options.ports.app}  (Ctrl-C stops everything)`,
    );
  } catch (error) {
    console.error(`[start] ${error instanceof Error ? error.message : error}`);
    await stopAll(1);
  }
}

main();
