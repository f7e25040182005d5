import type { OperationResult, Reason, Receipt, StepResult } from './api';

/**
 * What an operation tells while it is carried out: a step that has ended, a note,
 * or what has been destroyed so far. One of these.
 *
 * @public
 */
export interface OperationProgress {
  step?: StepResult;
  note?: Reason;
  receipt?: Receipt;
}

/**
 * A line of an operation's answer as NDJSON. The last one has the result, or the
 * error in the form of any other answer; empty lines in between keep it alive.
 *
 * @public
 */
export interface OperationLine extends OperationProgress {
  result?: OperationResult;
  error?: object;
}

/** Of an answer that is told line by line, by `Accept`. @public */
export const OPERATION_LINES = 'application/x-ndjson';
