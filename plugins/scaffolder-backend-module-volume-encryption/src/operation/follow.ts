import type {
  OperationProgress,
  OperationRequest,
  OperationResult,
  PlanView,
} from 'backstage-plugin-volume-encryption-common';
import type { VolumeEncryptionService } from 'backstage-plugin-volume-encryption-node';
import { tellNotes } from './tellNotes';
import type { StepRun } from './StepRun';

type Options = Parameters<VolumeEncryptionService['runOperation']>[1];

/**
 * Runs a planned operation and logs what it is about to do, then each step, note
 * and receipt once, as it comes, so that a failure too leaves in the log what was
 * done before it.
 */
export async function follow(
  request: OperationRequest,
  its: { plan: PlanView; logger: StepRun['logger']; options: Options },
  service: Pick<VolumeEncryptionService, 'runOperation'>,
): Promise<OperationResult> {
  const { plan, logger, options } = its;
  const told = new Set<string>();
  const isNews = (text: string) => !told.has(text) && Boolean(told.add(text));
  const tell = ({ step, note, receipt }: OperationProgress) => {
    if (step && isNews(step.id)) logger.info(`${step.title}: ${step.outcome}`);
    if (note && isNews(note.message)) tellNotes([note], logger);
    if (receipt && !receipt.finished) {
      const { destroyed, remaining, mount } = receipt;
      logger.warn(
        `${destroyed.length} keys of ${mount} are destroyed, and ${remaining.length} things remain, as the receipt tells.`,
      );
    }
  };
  for (const { title, change } of plan.steps) {
    if (change !== 'none') logger.info(`To do: ${title}`);
  }
  const result = await service.runOperation(request, {
    ...options,
    onProgress: tell,
  });
  for (const step of result.steps) tell({ step });
  for (const note of result.notes) tell({ note });
  return result;
}
