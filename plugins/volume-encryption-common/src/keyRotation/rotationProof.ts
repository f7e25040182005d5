import type { KeyRotation } from '../contract/api';
import type { KeyRotationHistory } from './keyRotationFacts';

/** Clocks of Vault and of the cluster may differ by so much. */
const CLOCKS_DIFFER_MS = 60_000;

/**
 * What the KMS knows of the key's versions, in a sentence or two. A run says
 * `Succeeded` also when the driver cannot change keys at all (`Unimplemented`),
 * so that only a new version is proof that one was changed (csi-addons
 * internal/controller/csiaddons/encryptionkeyrotationjob_controller.go).
 */
export function rotationProof(
  key: KeyRotationHistory['key'],
  jobs: KeyRotation['jobs'],
): string {
  if (key.status === 'unknown') {
    return `Whether the key was changed is not known: ${key.detail}`;
  }
  const { presence, currentVersion, updatedAt } = key.value;
  if (presence !== 'present' || !currentVersion || !updatedAt) {
    return 'The KMS shows no current version of the key.';
  }
  const written = `written ${updatedAt}`;
  const seen =
    currentVersion === 1
      ? `The KMS has the first version of the key only, ${written}: it was never changed.`
      : `The KMS has version ${currentVersion} of the key, ${written}.`;
  const last = jobs.find(({ result }) => result === 'succeeded');
  const said =
    last && whatLastRunDid(last, { currentVersion, updatedAt, at: key.at });
  return said ? `${seen} ${said}` : seen;
}

function whatLastRunDid(
  { name, startedAt, completedAt }: KeyRotation['jobs'][number],
  seen: { currentVersion: number; updatedAt: string; at: string },
): string | undefined {
  if (!startedAt) return undefined;
  const ended = Date.parse(completedAt ?? startedAt);
  if (Date.parse(seen.at) < ended) {
    return `That was seen ${seen.at}, before the run ${name} ended.`;
  }
  const written = Date.parse(seen.updatedAt);
  if (
    seen.currentVersion === 1 ||
    written < Date.parse(startedAt) - CLOCKS_DIFFER_MS
  ) {
    return `The run ${name} says that it succeeded, and yet made no new version: the driver may not be able to change keys.`;
  }
  if (!completedAt) return undefined;
  return written <= ended + CLOCKS_DIFFER_MS
    ? `It was written while the run ${name} went on, so that run changed the key.`
    : `It was written after the last run, ${name}.`;
}
