import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { giveUp, say, toolsFolder } from './say.mjs';

/** The folder of an npm package in the tools folder. */
export function toolFolder(name) {
  return path.join(toolsFolder, 'node_modules', name);
}

/** Brings an npm package into the tools folder, unless it is there. */
export function bringPackage(name, version) {
  if (existsSync(path.join(toolFolder(name), 'package.json'))) return;
  say(`Bringing ${name}@${version} into .tools (once)`);
  mkdirSync(toolsFolder, { recursive: true });
  const manifest = path.join(toolsFolder, 'package.json');
  if (!existsSync(manifest)) writeFileSync(manifest, '{ "private": true }\n');
  const npm = process.env.npm_execpath;
  const args = ['install', '--no-audit', '--no-fund', `${name}@${version}`];
  const result = npm
    ? spawnSync(process.execPath, [npm, ...args], { cwd: toolsFolder })
    : spawnSync('npm', args, { cwd: toolsFolder });
  if (result.status === 0) return;
  giveUp(
    `npm could not install ${name}@${version}: ${
      result.stderr?.toString().trim().split('\n').slice(-3).join(' ') ??
      result.error?.message
    }`,
    'Check that npm reaches its registry, then run the command again.',
  );
}
