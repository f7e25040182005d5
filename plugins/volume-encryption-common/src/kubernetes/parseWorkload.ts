import type { Fields } from './fields';
import type { WorkloadOfKind } from './workloads';
import { parseMeta } from './parseMeta';

type Workload<K extends string> = WorkloadOfKind<K>;

/**
 * A Deployment or DaemonSet (`apps/v1`), by what its pod template says. Of a
 * variable that several containers have, the first one's counts.
 */
export function parseWorkload<K extends 'Deployment' | 'DaemonSet'>(
  kind: K,
  object: Fields,
): Workload<K> {
  const pod = object.child('spec').child('template').child('spec');
  const containers = pod.children('containers');
  const starting = pod.children('initContainers');
  return {
    kind,
    meta: parseMeta(object),
    mountedConfigMaps: mountedIn(pod, [...containers, ...starting]),
    environment: Object.fromEntries(
      containers.flatMap(environmentOf).reverse(),
    ),
    images: containers.flatMap(it => it.optionalText('image') ?? []),
  };
}

function mountedIn(
  pod: Fields,
  containers: Fields[],
): Workload<string>['mountedConfigMaps'] {
  const mounts = containers.flatMap(it => it.children('volumeMounts'));
  return pod.children('volumes').flatMap(volume => {
    const name = volume.text('name');
    const paths = mounts
      .filter(mount => mount.text('name') === name)
      .map(mount => mount.text('mountPath'));
    return configMapsOf(volume).flatMap(configMap =>
      [...new Set(paths)].map(mountPath => ({
        name: configMap.text('name'),
        mountPath,
        optional: configMap.isTrue('optional'),
      })),
    );
  });
}

/** A volume is of one ConfigMap, or projects several into one folder. */
function configMapsOf(volume: Fields): Fields[] {
  const sources = volume.child('projected').children('sources');
  return [volume, ...sources]
    .filter(source => source.has('configMap'))
    .map(source => source.child('configMap'));
}

/** What is taken from somewhere else (`valueFrom`) is left out. */
function environmentOf(container: Fields): [string, string][] {
  return container
    .children('env')
    .filter(variable => !variable.has('valueFrom'))
    .map(variable => [
      variable.text('name'),
      variable.optionalText('value') ?? '',
    ]);
}
