import { mockServices } from '@backstage/backend-test-utils';

/** Where a backend tells what it does: its log and its audit events. */
export function watchSinks() {
  const told: unknown[] = [];
  const logger = mockServices.rootLogger.mock();
  logger.child.mockReturnValue(logger);
  for (const level of ['error', 'warn', 'info', 'debug'] as const) {
    logger[level].mockImplementation((...said) => {
      told.push(said.map(it => (it instanceof Error ? it.stack : it)));
    });
  }
  const auditor = mockServices.auditor.mock();
  auditor.createEvent.mockImplementation(async ({ request, ...event }) => ({
    success: async options => {
      told.push({ ...event, ...options });
    },
    fail: async ({ error, ...options }) => {
      told.push({ ...event, ...options, error: error.message });
    },
  }));
  return { told, features: [logger.factory, auditor.factory] };
}
