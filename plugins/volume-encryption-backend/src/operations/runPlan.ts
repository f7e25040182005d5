import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  isVolumeEncryptionError,
  VolumeEncryptionError,
  type Plan,
  type Step,
  type StepResult,
} from 'backstage-plugin-volume-encryption-common';
import type { StepApplier, StepContext } from './applyStep';

/**
 * Applies the steps in order, each with a line in the log (names only). A step
 * with nothing to change is not applied.
 *
 * Throws what the failing step threw, with the step's title in front; `aborted`
 * between two steps. Nothing is rolled back: the next run goes on from there.
 */
export async function runPlan(
  plan: Plan,
  context: StepContext,
  parts: { applyStep: StepApplier; logger: LoggerService },
): Promise<StepResult[]> {
  const results: StepResult[] = [];
  for (const step of plan.steps) {
    stopIfAborted(step, context.signal);
    const outcome =
      step.change === 'none'
        ? 'unchanged'
        : await parts.applyStep(step, context).catch((error: unknown) => {
            throw failureOf(step, error);
          });
    parts.logger.info(`${step.title}: ${outcome}`, {
      operation: plan.operation,
      step: step.id,
      requestedBy: context.requestedBy,
    });
    results.push({ id: step.id, title: step.title, outcome });
  }
  return results;
}

function stopIfAborted(next: Step, signal: AbortSignal | undefined): void {
  if (signal?.aborted) {
    throw new VolumeEncryptionError(
      'aborted',
      `Stopped before "${next.title}". Run it again to go on from there.`,
    );
  }
}

function failureOf(step: Step, error: unknown): unknown {
  if (!isVolumeEncryptionError(error)) return error;
  return new VolumeEncryptionError(
    error.code,
    `${step.title}: ${error.message}`,
    { field: error.field },
  );
}
