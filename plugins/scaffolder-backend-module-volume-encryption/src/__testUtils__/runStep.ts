import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { TemplateAction } from '@backstage/plugin-scaffolder-node';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import type { JsonObject } from '@backstage/types';

/** What a run of an action told and gave. */
export interface StepRecord {
  lines: string[];
  outputs: JsonObject;
}

/** The user that the steps of tests run for. */
export const initiator = mockCredentials.user('user:default/ada');

/**
 * Runs an action as the scaffolder does.
 * @param record - is filled as the action goes on, so also when it throws
 */
export async function runStep<I extends JsonObject, O extends JsonObject>(
  action: TemplateAction<I, O>,
  step: {
    input: I;
    isDryRun?: boolean;
    signal?: AbortSignal;
    workspacePath?: string;
  },
  record: StepRecord = { lines: [], outputs: {} },
): Promise<StepRecord> {
  const logger = mockServices.logger.mock();
  const tell = (level: string) => (line: string) => {
    record.lines.push(`${level}: ${line}`);
  };
  logger.info.mockImplementation(tell('info'));
  logger.warn.mockImplementation(tell('warn'));
  logger.error.mockImplementation(tell('error'));
  await action.handler({
    ...createMockActionContext<I, O>({
      input: step.input,
      workspacePath: step.workspacePath,
    }),
    logger,
    isDryRun: step.isDryRun,
    signal: step.signal,
    getInitiatorCredentials: async () => initiator,
    output: (name, value) => {
      if (value !== undefined) record.outputs[String(name)] = value;
    },
  });
  return record;
}
