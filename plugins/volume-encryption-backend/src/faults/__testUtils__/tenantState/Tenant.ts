import type { Knex } from 'knex';
import type { OperationsUnderTest } from '../../../operations/__testUtils__/OperationsUnderTest';

/** Where a tenant's things are looked for. */
export interface Tenant {
  namespace: string;
  under: OperationsUnderTest;
  /** The plugin's database. */
  knex: Knex;
}
