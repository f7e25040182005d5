import type { Pod } from '../kubernetes/objects';

/** Why no pod of a Job has run; undefined where one was put on a node. */
export function whyNotRun({
  pods,
  places,
}: {
  pods: readonly Pod[];
  /** How many nodes take pods; undefined where that is not known. */
  places: number | undefined;
}): string | undefined {
  if (places === 0) return 'no node of this cluster runs pods';
  if (pods.some(({ nodeName }) => nodeName)) return undefined;
  return pods.length > 0
    ? 'its pod was put on no node (see the events of the namespace)'
    : 'no pod of it was made (does Pod Security, a quota or a webhook refuse it?)';
}
