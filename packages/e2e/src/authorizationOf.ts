import type { Page } from 'playwright-core';
import type { Portal } from './startPortal';

/** By what who is signed in at the page asks the backend. */
export async function authorizationOf(
  page: Page,
  { url, backendUrl }: Pick<Portal, 'url' | 'backendUrl'>,
): Promise<string> {
  const asked = page.waitForRequest(
    request =>
      request.url().startsWith(`${backendUrl}/api/`) &&
      'authorization' in request.headers(),
  );
  await page.goto(`${url}/catalog`);
  const { authorization = '' } = (await asked).headers();
  return authorization;
}
