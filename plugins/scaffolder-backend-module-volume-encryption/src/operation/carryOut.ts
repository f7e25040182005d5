import type {
  OperationRequest,
  OperationResult,
  PlanView,
} from 'backstage-plugin-volume-encryption-common';
import type { VolumeEncryptionService } from 'backstage-plugin-volume-encryption-node';
import { tellNotes } from './tellNotes';
import type { StepRun } from './StepRun';

/** What a step may output of an operation: names and manifests, no values. */
export interface OperationOutput {
  /** The objects that are there now; absent in a dry run. */
  references?: OperationResult['references'];
  /** YAML of what was planned, without any secret value. */
  manifests: string;
  /** What was destroyed, where something was. */
  receipt?: OperationResult['receipt'];
}

/**
 * Plans an operation and carries it out through the backend, on behalf of the
 * user, with a line of progress for each step. In a dry run only tells the plan.
 */
export async function carryOut(
  request: OperationRequest,
  run: StepRun,
  service: VolumeEncryptionService,
): Promise<OperationOutput> {
  const options = {
    credentials: await run.getInitiatorCredentials(),
    signal: run.signal,
  };
  const plan = await service.createPlan(request, options);
  const { manifests } = plan;
  if (run.isDryRun) {
    tellPlan(plan, run);
    return { manifests };
  }
  const result = await service.runOperation(request, options);
  for (const { title, outcome } of result.steps) {
    run.logger.info(`${title}: ${outcome}`);
  }
  tellNotes(result.notes, run.logger);
  const { references, receipt } = result;
  return { references, manifests, receipt };
}

const planned: Record<PlanView['steps'][number]['change'], string> = {
  create: 'would be created',
  update: 'would be updated',
  delete: 'would be deleted',
  none: 'would stay as it is',
};

function tellPlan(plan: PlanView, { logger }: StepRun): void {
  for (const { title, change } of plan.steps) {
    logger.info(`${title}: ${planned[change]}`);
  }
  tellNotes(plan.notes, logger);
  logger.info(`Manifests:\n${plan.manifests}`);
}
