import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import type { MovePlan } from 'backstage-plugin-volume-encryption-common';
import { movePlanText } from './movePlanText';

/**
 * Writes manifests and the plan itself into a folder of the task's workspace, from
 * where a later step can publish them. Throws for a folder outside of it.
 */
export async function writeMovePlan(
  plan: MovePlan,
  place: { workspacePath: string; folder: string },
): Promise<void> {
  const folder = resolveSafeChildPath(place.workspacePath, place.folder);
  await mkdir(folder, { recursive: true });
  const files = [
    ...plan.files,
    { name: 'PLAN.md', content: `${movePlanText(plan)}\n` },
  ];
  for (const { name, content } of files) {
    await writeFile(path.join(folder, name), content);
  }
}
