import { isUser } from '../assessment/mountEvidence';
import type { VolumeFacts } from '../assessment/volumeFacts';
import { valueOf } from '../observation/observed';

/** What runs the pods that use a claim, by who owns them. */
export interface Workload {
  kind: string;
  name: string;
}

/** Who uses a claim now. */
export interface Users {
  /** Names of the pods. */
  pods: string[];
  /** What owns them; nothing for a pod of its own. */
  workloads: Workload[];
}

/** The pods that have the claim's volume now, and what owns them. */
export function usersOf(facts: VolumeFacts): Users {
  const pods = (valueOf(facts.pods) ?? []).filter(pod => isUser(pod, facts));
  const owners = pods.flatMap(({ meta }) => meta.owners.map(workloadOf));
  const workloads = owners.filter(
    ({ kind, name }, index) =>
      owners.findIndex(it => it.kind === kind && it.name === name) === index,
  );
  return { pods: pods.map(({ meta }) => meta.name).sort(), workloads };
}

/**
 * A Deployment's pods are of a ReplicaSet that is named by it and by a hash of
 * the pod template (Kubernetes `pkg/controller/deployment/sync.go`
 * getNewReplicaSet).
 */
function workloadOf({ kind, name }: Workload): Workload {
  return kind === 'ReplicaSet'
    ? { kind: 'Deployment', name: name.replace(/-[a-z0-9]+$/, '') }
    : { kind, name };
}
