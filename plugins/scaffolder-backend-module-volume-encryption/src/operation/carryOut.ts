import type {
  OperationRequest,
  OperationResult,
  PlanView,
} from 'backstage-plugin-volume-encryption-common';
import type { VolumeEncryptionService } from 'backstage-plugin-volume-encryption-node';
import { follow } from './follow';
import { putOut } from './putOut';
import { tellNotes } from './tellNotes';
import type { StepRun } from './StepRun';

/** What an operation left, beside what every action puts out of it. */
export interface OperationOutput {
  /** Whether it was only planned. */
  planned: boolean;
  /** The objects that are there now; absent where it was only planned. */
  references?: OperationResult['references'];
  /** The stable codes of what is to be known besides. */
  noteCodes: string[];
  /** What was destroyed, where something was. */
  receipt?: OperationResult['receipt'];
}

/**
 * Plans an operation and carries it out through the backend, on behalf of the
 * user, with a line of progress for each step, and puts out what all actions
 * put out (`operationOutput`). In a dry run, and with `planOnly`, only tells the
 * plan.
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
  if (run.isDryRun || run.input.planOnly) {
    tellPlan(plan, run);
    return { planned: true, noteCodes: plan.notes.map(({ code }) => code) };
  }
  const { logger } = run;
  const { steps, notes, references, receipt } = await follow(
    request,
    { plan, logger, options },
    service,
  );
  const done = steps.map(({ title, outcome }) => `${title}: ${outcome}`);
  putOut({ planned: false, steps: done, notes, manifests }, run);
  const noteCodes = notes.map(({ code }) => code);
  return { planned: false, references, noteCodes, receipt };
}

const words: Record<PlanView['steps'][number]['change'], string> = {
  create: 'would be created',
  update: 'would be updated',
  delete: 'would be deleted',
  none: 'would stay as it is',
};

function tellPlan({ notes, manifests, ...plan }: PlanView, run: StepRun): void {
  const steps = plan.steps.map(
    ({ title, change }) => `${title}: ${words[change]}`,
  );
  for (const line of steps) run.logger.info(line);
  tellNotes(notes, run.logger);
  run.logger.info(`Manifests:\n${manifests}`);
  putOut({ planned: true, steps, notes, manifests }, run);
}
