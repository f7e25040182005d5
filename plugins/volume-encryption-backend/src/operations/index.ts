export { createJobTesting } from './testJobs/JobTesting';
export { stepApplier, type StepApplier } from './applyStep';
export {
  OperationService,
  type MeasureOperation,
  type OperationContext,
  type OperationParts,
} from './OperationService';
