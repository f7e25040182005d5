import type { Cluster } from 'backstage-plugin-volume-encryption-node';
import type { StepRun } from '../applyStep';
import type { TestTiming } from './JobTesting';

/** One run of something that a Job tries in a cluster. */
export interface TestRun {
  cluster: Cluster;
  timing: TestTiming;
  signal?: AbortSignal;
  note: StepRun['note'];
}
