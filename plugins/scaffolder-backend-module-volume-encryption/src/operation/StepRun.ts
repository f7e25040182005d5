import type {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';

/** The part of an action's context that does not depend on its schema. */
export interface StepRun {
  logger: LoggerService;
  isDryRun?: boolean;
  signal?: AbortSignal;
  getInitiatorCredentials(): Promise<BackstageCredentials>;
}
