import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { authorizationOf } from './authorizationOf';
import type { Portal } from './startPortal';

/** The scheduler looks so often whether a task was triggered. */
const BETWEEN_MS = 5_000;

/**
 * Has the portal look at all volumes again and again, sooner than every minute,
 * until the timeline of a component says so.
 */
export async function untilRecorded(
  page: Page,
  portal: Portal,
  { component, text }: { component: string; text: string },
): Promise<void> {
  const authorization = await authorizationOf(page, portal);
  const api = `${portal.backendUrl}/api/volume-encryption`;
  const ask = (path: string, method: string) =>
    fetch(`${api}${path}`, { method, headers: { authorization } });
  const timeline = `/entities/component/default/${component}/timeline`;
  for (;;) {
    const answer = await ask(timeline, 'GET');
    if ((await answer.text()).includes(text)) return;
    await ask('/.backstage/scheduler/v1/tasks/record-changes/trigger', 'POST');
    await pause(BETWEEN_MS);
  }
}
