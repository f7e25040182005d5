import type { DataChange } from './connectionMap';
import type { ConnectionState } from './connectionState';
import { OUR_LABELS } from './ownership';
import type { Change, Step } from './plan';

/**
 * The one step that changes the ConfigMap in force: on condition that it is as
 * it was looked at, so that a change by somebody else meanwhile is a `conflict`
 * and no entry is lost.
 */
export function connectionStep(
  request: { cluster: string; kmsId: string },
  { key, before, after }: DataChange,
  { namespace, source, configMap }: ConnectionState,
): Step {
  const name = source.configMap;
  const { cluster, kmsId } = request;
  const common = {
    id: 'kms-connection',
    title: `KMS connection ${kmsId} in ConfigMap ${namespace}/${name}`,
    cluster,
  };
  if (!configMap) {
    const manifest = {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name, namespace, labels: { ...OUR_LABELS } },
      data: { [key]: after ?? '' },
    };
    return { ...common, kind: 'apply', change: 'create', manifest };
  }
  const { uid, resourceVersion } = configMap.meta;
  return {
    ...common,
    kind: 'patch',
    change: changeOf(before, after),
    target: { kind: 'ConfigMap', namespace, name, uid, resourceVersion },
    patch: { data: { [key]: after } },
  };
}

function changeOf(before: string | undefined, after: string | null): Change {
  if (after === null) return 'delete';
  if (before === undefined) return 'create';
  return before === after ? 'none' : 'update';
}
