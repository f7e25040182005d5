import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Diagnosis } from '../../contract/api';
import type { ClusterEvent } from '../../kubernetes/objects';

const FOLDER = join(__dirname, '../__corpus__');

/** An event text as a cluster writes it, with what a reader has to be told. */
export interface KnownText {
  code: string;
  owner: Diagnosis['owner'];
  /** Part of the cause. */
  says: string;
  /** Of a claim and a Warning where it is not said otherwise. */
  about?: 'Pod' | 'PersistentVolume';
  type?: ClusterEvent['type'];
  /** `ProvisioningFailed` where it is not said otherwise. */
  reason?: string;
  /** File of the project that writes the text, thread that shows it, or a run. */
  source: string;
  text: string;
}

/** The texts of every file under `__corpus__`, for tests. */
export function readCorpus(): { file: string; texts: KnownText[] }[] {
  return readdirSync(FOLDER)
    .filter(name => name.endsWith('.yaml'))
    .map(file => ({
      file,
      texts: parse(readFileSync(join(FOLDER, file), 'utf8')),
    }));
}
