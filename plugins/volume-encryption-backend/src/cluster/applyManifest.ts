import {
  MANAGER,
  type Manifest,
} from 'backstage-plugin-volume-encryption-common';
import { clientNode } from './clientNode';
import type { ApiServer } from './ApiServer';
import type { Call } from './Call';
import { readRaw } from './getObject';
import { objectApi } from './objectApi';
import { requirePlace, resourceOf } from './resources';
import { requireAnswerTo } from './requireAnswerTo';
import { sameObject } from './sameObject';

/**
 * Server-side apply as our field manager, without force. What it did is told
 * from the object before and after.
 */
export async function applyManifest(
  server: ApiServer,
  manifest: Manifest,
  { dryRun, signal }: { dryRun?: boolean; signal?: AbortSignal },
): Promise<'created' | 'updated' | 'unchanged'> {
  const resource = resourceOf(manifest.kind, manifest.apiVersion);
  const { namespace, name } = manifest.metadata;
  requirePlace(resource, { namespace, name });
  const ref = { namespace, name, signal };
  const before = await readRaw(server, resource.kind, ref);
  const call: Call = { verb: 'apply', resource, ...ref };
  const after = await patch(server, call, { manifest, dryRun });
  if (before === undefined) return 'created';
  return sameObject(before, after, dryRun) ? 'unchanged' : 'updated';
}

async function patch(
  server: ApiServer,
  call: Call,
  { manifest, dryRun }: { manifest: Manifest; dryRun?: boolean },
): Promise<unknown> {
  const { PatchStrategy } = await clientNode();
  const api = await objectApi(server, call);
  const after = await api.patch(
    manifest,
    undefined,
    dryRun ? 'All' : undefined,
    MANAGER,
    false,
    PatchStrategy.ServerSideApply,
  );
  requireAnswerTo(call, server.name, after);
  return after;
}
