import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'chrome'];

/** The path of a Chromium on this machine, installed when there is none. */
function findChromium(): string {
  const found = lookFor();
  if (found) return found;
  process.stderr.write('No Chromium here: installing it\n');
  for (const [command, ...args] of installers()) {
    spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
    const installed = lookFor();
    if (installed) return installed;
  }
  throw new Error(
    'Chromium could not be installed. Install it, or name it by the environment variable CHROMIUM.',
  );
}

function lookFor(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return [
    process.env.CHROMIUM,
    ...folders.flatMap(folder => names.map(name => join(folder, name))),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    chromium.executablePath(),
  ].find(path => path && existsSync(path));
}

// Debian's package where we may, else the build that Playwright downloads.
function installers(): string[][] {
  const root = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const playwright = require.resolve('playwright-core/package.json');
  return [
    [...root, 'apt-get', 'update', '-q'],
    [...root, 'apt-get', 'install', '-qy', 'chromium'],
    [
      process.execPath,
      playwright.replace('package.json', 'cli.js'),
      'install',
      'chromium',
    ],
  ];
}

/** A headless browser with a new profile that talks to nobody by itself. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium(),
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
