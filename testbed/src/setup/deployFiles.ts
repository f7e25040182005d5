import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { packageFolder } from '../location/packageFolder';

const DEPLOY = join(packageFolder, '..', 'deploy');

/** The objects of a file under `deploy/kubernetes/`, in its order. */
export function readManifests(file: string): unknown[] {
  const text = readFileSync(join(DEPLOY, 'kubernetes', file), 'utf8');
  return parseAllDocuments(text).map(document => document.toJS());
}

/**
 * A policy under `deploy/vault/` with its words in capitals replaced.
 * @throws Error when the file lacks one of the words
 */
export function readPolicy(
  file: string,
  words: Record<string, string> = {},
): string {
  const text = readFileSync(join(DEPLOY, 'vault', file), 'utf8');
  return Object.entries(words).reduce((policy, [word, value]) => {
    if (!policy.includes(word)) throw new Error(`${file} has no word ${word}`);
    return policy.replaceAll(word, value);
  }, text);
}
