import path from 'node:path';
import { installDependencies } from './dependencies.mjs';
import { findNode } from './node.mjs';
import { findYarn } from './yarn.mjs';

/**
 * Brings Node 22, Yarn and the dependencies where they are missing. Answers the
 * environment in which the project's commands run.
 */
export async function setUp() {
  const node = findNode();
  const yarn = findYarn();
  const env = {
    ...process.env,
    PATH: [node.binFolder, yarn.binFolder, process.env.PATH].join(
      path.delimiter,
    ),
    ...(node.headers ? { npm_config_nodedir: node.headers } : {}),
  };
  installDependencies(env, yarn.script);
  return env;
}
