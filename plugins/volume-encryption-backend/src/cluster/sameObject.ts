import { isDeepStrictEqual } from 'node:util';
import { isRecord, textAt, valueAt } from '../network/valueAt';

/**
 * Whether a write left the object as it was. A dry run gives no new
 * resourceVersion, so there the objects are compared; of a Secret that is its
 * metadata, where the time of our last change stands, to the second.
 */
export function sameObject(
  before: unknown,
  after: unknown,
  dryRun: boolean | undefined,
): boolean {
  return dryRun
    ? isDeepStrictEqual(withoutVersion(before), withoutVersion(after))
    : versionOf(before) === versionOf(after);
}

function versionOf(object: unknown): string | undefined {
  return textAt(object, 'metadata', 'resourceVersion');
}

function withoutVersion(object: unknown): unknown {
  const metadata = valueAt(object, 'metadata');
  if (!isRecord(object) || !isRecord(metadata)) return object;
  const { resourceVersion: _, ...rest } = metadata;
  return { ...object, metadata: rest };
}
