import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type {
  OperationProgress,
  OperationRequest,
  OperationResult,
  Plan,
} from 'backstage-plugin-volume-encryption-common';
import type { TenantCredentialStore } from '../custody';
import type { Receipts } from '../custody/receipts/Receipts';
import { stepApplier, type StepApplier } from './applyStep';
import type { JobTesting } from './testJobs/JobTesting';
import { planOperation } from './planOperation';
import { referencesOf } from './references';
import { runPlan } from './runPlan';
import type { Systems } from '../systems';
import { Turns } from './Turns';

/** For whom an operation is done. Authorization has been done before. */
export interface OperationContext {
  /** The entity of a claim. */
  entity?: Entity;
  /** Entity ref. */
  requestedBy: string;
  /** Stops the operation between two steps. */
  signal?: AbortSignal;
  /** Is told of the plan before it is carried out. */
  onPlan?: (plan: Plan) => void;
  /** Is told of steps, notes and receipts as they come. */
  onProgress?: (progress: OperationProgress) => void;
}

/** Runs an operation, and measures it by what it is about. */
export type MeasureOperation = <T>(
  about: { operation: string; cluster: string },
  act: () => Promise<T>,
) => Promise<T>;

/** What the operations work with. */
export interface OperationParts {
  systems: Systems;
  credentials: TenantCredentialStore;
  receipts: Receipts;
  logger: LoggerService;
  jobTesting: JobTesting;
  now?: () => Date;
  applyStep?: StepApplier;
  measure?: MeasureOperation;
}

/** Plans and carries out the operations, without asking who may. */
export class OperationService {
  readonly #parts: OperationParts;
  readonly #applyStep: StepApplier;
  readonly #turns = new Turns();

  constructor(parts: OperationParts) {
    this.#parts = parts;
    const { now = () => new Date() } = parts;
    this.#applyStep = parts.applyStep ?? stepApplier({ ...parts, now });
  }

  /** The plan from the state of now. Changes nothing. */
  async plan(
    request: OperationRequest,
    { entity, signal }: OperationContext,
  ): Promise<Plan> {
    const { now = () => new Date(), ...parts } = this.#parts;
    return planOperation(
      request,
      { ...parts, entity },
      { now: now().toISOString(), signal },
    );
  }

  /**
   * Plans and carries out. Safe to run again after any failure or crash: the
   * next plan starts from what is there then. Runs for one namespace wait for
   * each other; several processes meet at the credential's record, where the
   * one that comes late ends with `conflict`.
   */
  async run(
    request: OperationRequest,
    context: OperationContext,
  ): Promise<OperationResult> {
    const { operation, cluster } = request;
    const { measure = (_, act) => act() } = this.#parts;
    return measure({ operation, cluster }, () =>
      this.#turns.take(turnOf(request), () => this.#carryOut(request, context)),
    );
  }

  async #carryOut(
    request: OperationRequest,
    context: OperationContext,
  ): Promise<OperationResult> {
    const plan = await this.plan(request, context);
    context.onPlan?.(plan);
    const { steps, notes, receipt } = await runPlan(plan, context, {
      applyStep: this.#applyStep,
      logger: this.#parts.logger,
    });
    const { operation } = plan;
    const references = referencesOf(plan);
    return { operation, steps, references, notes, receipt };
  }
}

function turnOf(request: OperationRequest): string {
  return 'namespace' in request
    ? `${request.cluster}.${request.namespace}`
    : request.cluster;
}
