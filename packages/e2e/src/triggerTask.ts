import type { Page } from 'playwright-core';
import { authorizationOf } from './authorizationOf';
import type { Portal } from './startPortal';

/** Has a plugin's scheduled task run within seconds, not when it is due. */
export async function triggerTask(
  page: Page,
  portal: Portal,
  { plugin, task }: { plugin: string; task: string },
): Promise<void> {
  const authorization = await authorizationOf(page, portal);
  const { status } = await fetch(
    `${portal.backendUrl}/api/${plugin}/.backstage/scheduler/v1/tasks/${task}/trigger`,
    { method: 'POST', headers: { authorization } },
  );
  expect(status).toBe(200);
}
