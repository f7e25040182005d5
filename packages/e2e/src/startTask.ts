import type { Page } from 'playwright-core';
import { textAt } from 'testbed';
import { authorizationOf } from './authorizationOf';
import type { Portal } from './startPortal';
import { taskReport } from './openPortal';

/**
 * Runs a template without its form, as who is signed in at the page, until the task
 * page shows `ending`. Answers what it says.
 */
export async function startTask(
  page: Page,
  portal: Portal,
  task: { template: string; values: object; ending: RegExp },
): Promise<string> {
  const { url, backendUrl } = portal;
  const authorization = await authorizationOf(page, portal);
  const response = await fetch(`${backendUrl}/api/scaffolder/v2/tasks`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify({
      templateRef: `template:default/${task.template}`,
      values: task.values,
    }),
  });
  const id = textAt(await response.json(), 'id');
  await page.goto(`${url}/create/tasks/${id}`);
  return taskReport(page, task.ending);
}
