import {
  VolumeEncryptionError,
  type OperationProgress,
  type Reason,
  type Receipt,
  type Step,
  type StepResult,
} from 'backstage-plugin-volume-encryption-common';
import {
  deliverStep,
  destroyKeysStep,
  removeMountStep,
  renewStep,
  revokeStep,
} from './custodySteps';
import { kmsTestStep } from './testJobs/kmsTestStep';
import { smokeTestStep } from './testJobs/smokeTestStep';
import type { StepParts } from './StepParts';

/** Who a step is applied for, and how to stop it. */
export interface StepContext {
  /** Entity ref. */
  requestedBy: string;
  signal?: AbortSignal;
  /** Is told of steps, notes and receipts as they come. */
  onProgress?: (progress: OperationProgress) => void;
}

/** The context of one step. */
export interface StepRun extends StepContext {
  /** Takes what a system remarks on the step, in its own words. */
  warn(message: string): void;
  /** Takes what a step has found out, for the result. */
  note(reason: Reason): void;
  /** Takes what a step that destroys has destroyed. */
  keep(receipt: Receipt): void;
}

/** Applies one step; each kind of step is safe to apply again. */
export type StepApplier = (
  step: Step,
  run: StepRun,
) => Promise<StepResult['outcome']>;

/** The applier that acts on the configured clusters and KMSs. */
export function stepApplier(parts: StepParts): StepApplier {
  return async (step, run) => {
    const { signal } = run;
    switch (step.kind) {
      case 'apply':
        return parts.systems
          .cluster(step.cluster)
          .writer.apply(step.manifest, { signal });
      case 'request-project':
        return requestProject(step, run, parts);
      case 'ensure-mount':
        return parts.systems.kms(step.kms).ensureMount(step.path, { signal });
      case 'deliver-token':
        return deliverStep(step, run, parts);
      case 'patch':
        return parts.systems
          .cluster(step.cluster)
          .writer.patch(step.target, step.patch, { signal });
      case 'delete':
        return remove(step, run, parts);
      case 'renew-token':
        return renewStep(step, run, parts);
      case 'revoke-tokens':
        return revokeStep(step, parts);
      case 'smoke-test':
        return smokeTestStep(step, run, parts);
      case 'kms-test':
        return kmsTestStep(step, run, parts);
      case 'destroy-keys':
        return destroyKeysStep(step, run, parts);
      default:
        return removeMountStep(step, run, parts);
    }
  };
}

async function requestProject(
  { cluster, request }: Extract<Step, { kind: 'request-project' }>,
  { signal }: StepRun,
  { systems }: StepParts,
) {
  const { projects } = systems.cluster(cluster);
  if (projects) return projects.send(request, { signal });
  throw new VolumeEncryptionError(
    'not-found',
    `Cluster "${cluster}" takes no project requests.`,
  );
}

/**
 * An object that others hold is not gone; nothing is made in its place. One that
 * is replaced goes only when the cluster would take what comes after it.
 */
async function remove(
  step: Extract<Step, { kind: 'delete' }>,
  { signal, warn }: StepRun,
  { systems }: StepParts,
) {
  const { writer } = systems.cluster(step.cluster);
  const { replacement } = step;
  if (replacement) await writer.apply(replacement, { dryRun: true, signal });
  const outcome = await writer.delete(step.target, {
    // What is cut off then may have been done.
    signal: replacement ? undefined : signal,
  });
  if (outcome === 'absent') return 'unchanged';
  if (outcome === 'terminating') {
    if (replacement) {
      throw new VolumeEncryptionError(
        'conflict',
        'It is being deleted, but its finalizers hold it, so that nothing is made in its place yet. Wait until it is gone, then run this again.',
      );
    }
    warn('Its finalizers hold it: it is gone when they let go of it.');
  }
  return 'deleted';
}
