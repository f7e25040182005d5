import type {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { operationOutput } from './operationSchema';

/** The part of an action's context that all actions on operations share. */
export interface StepRun {
  input: { planOnly?: boolean };
  logger: LoggerService;
  isDryRun?: boolean;
  signal?: AbortSignal;
  getInitiatorCredentials(): Promise<BackstageCredentials>;
  output(
    name: keyof typeof operationOutput,
    value: boolean | string | string[],
  ): void;
}
