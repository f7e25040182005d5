import type { Table } from './table';

/** One measurement, run by its name. */
export interface Bench {
  name: string;
  /** Starts what it needs, measures, and ends what it started. */
  run(): Promise<Table[]>;
}
