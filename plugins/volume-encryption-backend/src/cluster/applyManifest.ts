import { isDeepStrictEqual } from 'node:util';
import {
  MANAGER,
  type Manifest,
} from 'backstage-plugin-volume-encryption-common';
import { isRecord, textAt, valueAt } from '../network/valueAt';
import type { ApiServer } from './ApiServer';
import type { Call } from './Call';
import { readRaw } from './getObject';
import { objectApi } from './objectApi';
import { requirePlace, resourceOf } from './resources';
import { requireAnswerTo } from './requireAnswerTo';

/**
 * Server-side apply as our field manager, without force. What it did is told
 * from the object before and after. A dry run gives no new resourceVersion, so
 * there the objects are compared; of a Secret that is its metadata, where the
 * time of our last change stands, to the second.
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
  const same = dryRun ? sameContent(before, after) : sameVersion(before, after);
  return same ? 'unchanged' : 'updated';
}

async function patch(
  server: ApiServer,
  call: Call,
  { manifest, dryRun }: { manifest: Manifest; dryRun?: boolean },
): Promise<unknown> {
  const { PatchStrategy } = await import('@kubernetes/client-node');
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

function sameVersion(before: unknown, after: unknown): boolean {
  const version = (it: unknown) => textAt(it, 'metadata', 'resourceVersion');
  return version(before) === version(after);
}

function sameContent(before: unknown, after: unknown): boolean {
  return isDeepStrictEqual(withoutVersion(before), withoutVersion(after));
}

function withoutVersion(object: unknown): unknown {
  const metadata = valueAt(object, 'metadata');
  if (!isRecord(object) || !isRecord(metadata)) return object;
  const { resourceVersion: _, ...rest } = metadata;
  return { ...object, metadata: rest };
}
