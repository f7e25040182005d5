import type { Config } from '@backstage/config';
import { VolumeEncryptionError } from 'backstage-plugin-volume-encryption-common';
import { checkKeys, checkNames } from './checks';
import { readCluster } from './readCluster';
import { readHistory } from './readHistory';
import { readKms } from './readKms';
import { Section } from './Section';
import { readTestImage, USUAL_IMAGE } from './readTestImage';
import type { KmsConfig, VolumeEncryptionConfig } from './types';

const ROOT = 'volumeEncryption';

/**
 * The whole of `volumeEncryption`; without it no cluster and no KMS. Throws one
 * `invalid-input` that lists every problem, each with its path and its remedy
 * and never with a value of a credential.
 */
export function readConfig(config: Config): VolumeEncryptionConfig {
  const problems: string[] = [];
  const root = new Section(config, '', problems).section(ROOT);
  const read = root && readRoot(root);
  if (problems.length > 0) throw refused(problems);
  return (
    read ?? {
      ...{ clusters: [], kms: [], testImage: USUAL_IMAGE },
      history: readHistory(undefined),
    }
  );
}

function readRoot(root: Section): VolumeEncryptionConfig {
  checkKeys(root, ['clusters', 'kms', 'testJobs', 'history']);
  const clusterSections = root.sections('clusters');
  const clusters = clusterSections.map(readCluster);
  checkNames(clusterSections, clusters);
  const kmsSections = root.sections('kms');
  const kms = kmsSections.map(readKms);
  checkNames(kmsSections, kms);
  checkSharedAddresses(kmsSections, kms);
  const testImage = readTestImage(root.section('testJobs'));
  const history = readHistory(root.section('history'));
  return { clusters, kms, testImage, history };
}

/** Two KMSs of one address could not be told apart by a KMS connection. */
function checkSharedAddresses(sections: Section[], all: KmsConfig[]): void {
  const owners = new Map<string, number>();
  all.forEach(({ address, otherAddresses }, index) => {
    for (const own of [address, ...otherAddresses]) {
      const key = own.toLowerCase().replace(/\/+$/, '');
      const owner = owners.get(key) ?? index;
      if (key && owner !== index) {
        sections[index].refuse(
          'address',
          `"${all[owner].name}" has the address already: give each Vault once`,
        );
      }
      owners.set(key, owner);
    }
  });
}

function refused(problems: string[]): VolumeEncryptionError {
  const lines = problems.map(problem => `- ${problem}`);
  return new VolumeEncryptionError(
    'invalid-input',
    `The configuration has ${problems.length} problem${problems.length > 1 ? 's' : ''}:\n${lines.join('\n')}`,
  );
}
