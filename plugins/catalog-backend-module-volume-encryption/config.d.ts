import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  catalog?: {
    providers?: {
      /** Clusters, KMSs, StorageClasses and tenants as Resources. */
      volumeEncryption?: {
        /**
         * Entity ref of who owns what has no owner of its own, such as
         * `group:default/platform`. A tenant is owned by whom its namespace serves.
         */
        owner: string;
        /** How often they are read; by default every 5 minutes. */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      };
    };
  };
}
