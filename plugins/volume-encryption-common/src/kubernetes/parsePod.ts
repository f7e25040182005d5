import { LABEL_TEST_RUN } from '../contract/annotations';
import type { Fields } from './fields';
import type { Pod } from './objects';
import { parseMeta } from './parseMeta';

/** A pod, with the claims it names and whether any of its containers started. */
export function parsePod(object: Fields): Pod {
  const spec = object.child('spec');
  const status = object.child('status');
  const containers = [
    ...status.children('containerStatuses'),
    ...status.children('initContainerStatuses'),
  ];
  const meta = parseMeta(object);
  return {
    kind: 'Pod',
    meta,
    nodeName: spec.sharedText('nodeName'),
    claimNames: spec
      .children('volumes')
      .flatMap(volume => claimNameOf(volume, meta.name)),
    phase: status.sharedText('phase') ?? 'Pending',
    containersStarted: containers.some(hasStarted),
    startedAt: containers.flatMap(startOf).sort().at(-1),
    lastWords: meta.labels[LABEL_TEST_RUN] && lastWordsOf(containers),
  };
}

/** A generic ephemeral volume's claim is named after the pod and the volume. */
function claimNameOf(volume: Fields, podName: string): string[] {
  if (volume.has('ephemeral')) return [`${podName}-${volume.text('name')}`];
  if (!volume.has('persistentVolumeClaim')) return [];
  return [volume.child('persistentVolumeClaim').text('claimName')];
}

function startOf(container: Fields): string[] {
  const running = container.child('state').child('running');
  const startedAt = running.optionalTime('startedAt');
  return startedAt ? [startedAt] : [];
}

function lastWordsOf(containers: Fields[]): string | undefined {
  return containers
    .flatMap(it => {
      const ended = it.child('state').child('terminated');
      return ended.optionalText('message') ?? [];
    })
    .at(-1);
}

/** The kubelet starts no container before every volume of the pod is mounted. */
function hasStarted(container: Fields): boolean {
  const now = container.child('state');
  const before = container.child('lastState');
  return (
    now.has('running') ||
    now.child('terminated').has('startedAt') ||
    before.child('terminated').has('startedAt')
  );
}
