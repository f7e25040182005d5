import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  isVolumeEncryptionError,
  VolumeEncryptionError,
  type OperationResult,
  type Plan,
  type Reason,
  type Receipt,
  type Step,
  type StepResult,
} from 'backstage-plugin-volume-encryption-common';
import type { StepApplier, StepContext } from './applyStep';
import { untilAnswered } from './untilAnswered';

/**
 * Applies the steps in order, each with a line in the log (names only), and one
 * for each warning, which becomes a note of the result as well. A step with
 * nothing to change is not applied. What is put in the place of something that
 * was deleted is owed: nobody stops it, and it is tried again while nothing
 * answers.
 *
 * Throws what the failing step threw, with the step's title in front; `aborted`
 * between two steps. Nothing is rolled back: the next run goes on from there.
 */
export async function runPlan(
  plan: Plan,
  context: StepContext,
  parts: { applyStep: StepApplier; logger: LoggerService },
): Promise<Pick<OperationResult, 'steps' | 'notes' | 'receipt'>> {
  const steps: StepResult[] = [];
  const notes = [...plan.notes];
  const { onProgress = () => {} } = context;
  for (const note of notes) onProgress({ note });
  let receipt: Receipt | undefined;
  const keep = (kept: Receipt) => {
    receipt = kept;
    onProgress({ receipt });
  };
  const { operation } = plan;
  let isOwed = false;
  for (const step of plan.steps) {
    if (!isOwed) stopIfAborted(step, context.signal);
    const { id, title } = step;
    const fields = { operation, step: id, requestedBy: context.requestedBy };
    const note = (reason: Reason) => {
      notes.push(reason);
      onProgress({ note: reason });
    };
    const warn = (warning: string) => {
      const message = `${title}: ${warning}`;
      parts.logger.warn(message, fields);
      note({ code: 'step-warning', severity: 'warning', message });
    };
    const signal = isOwed ? undefined : context.signal;
    const apply = () =>
      parts.applyStep(step, { ...context, signal, warn, note, keep });
    const outcome =
      step.change === 'none'
        ? 'unchanged'
        : await (isOwed ? untilAnswered(apply) : apply()).catch(error => {
            throw failureOf(step, error);
          });
    isOwed = step.kind === 'delete' && step.replacement !== undefined;
    parts.logger.info(`${title}: ${outcome}`, fields);
    steps.push({ id, title, outcome });
    onProgress({ step: { id, title, outcome } });
  }
  return { steps, notes, receipt };
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
