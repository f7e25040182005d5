import { ANNOTATION_DEFAULT_CLASS } from '../contract/annotations';
import type { Reason, StorageClassDefaultRequest } from '../contract/api';
import { VolumeEncryptionError } from '../contract/errors';
import { cephDriverOf } from '../driver/driverProfiles';
import { requireDnsLabel, requireDnsSubdomain } from '../kubernetes/names';
import type { ConfigMap, StorageClass } from '../kubernetes/objects';
import type { Observed } from '../observation/observed';
import { classProblems } from '../storageClass/classProblems';
import { defaultClasses, defaultMarks } from '../storageClass/defaultClasses';
import { judgeDefault } from '../storageClass/judgeDefault';
import { freezePlan } from './freezePlan';
import { listed } from './listed';
import { isOurs, titleOf } from './ownership';
import type { Plan, Step } from './plan';
import { planNote } from './planNotes';

/** What the cluster holds now. @public */
export interface StorageClassDefaultState {
  /** Every class of the cluster. */
  classes: StorageClass[];
  /** The ConfigMap of KMS connections that the chosen class's driver reads. */
  connections: Observed<ConfigMap | undefined>;
}

/**
 * Makes an encrypted class the only default. It is marked first, and the mark is
 * taken off the others after that, so that there is always one. Of a class
 * nothing but these marks is changed. Throws `unknown-storage-class`, `conflict`
 * for a class that is being deleted, and `invalid-input` for one that is not sure
 * to encrypt, or could make no volume.
 *
 * @public
 */
export function planStorageClassDefault(
  request: StorageClassDefaultRequest,
  state: StorageClassDefaultState,
): Plan {
  requireDnsLabel('cluster', request.cluster);
  requireDnsSubdomain('name', request.name);
  const chosen = requireDefaultable(state.classes, request.name);
  const problems = connectionProblemsOf(chosen, state.connections);
  const former = defaultClasses(state.classes).filter(it => it !== chosen);
  const steps = [
    markStep(chosen, request.cluster),
    ...former.map(it => unmarkStep(it, request.cluster)),
  ];
  return freezePlan({
    operation: 'storage-class-default',
    steps,
    notes: [...problems, ...notesOf([chosen, ...former], steps)],
  });
}

function requireDefaultable(
  classes: readonly StorageClass[],
  name: string,
): StorageClass {
  const chosen = classes.find(({ meta }) => meta.name === name);
  if (!chosen) {
    throw new VolumeEncryptionError(
      'unknown-storage-class',
      `This cluster has no StorageClass "${name}". Choose one that exists, or publish it first.`,
      { field: 'name' },
    );
  }
  if (chosen.meta.deletedAt) {
    throw new VolumeEncryptionError(
      'conflict',
      `${titleOf(chosen)} is being deleted. Choose another one.`,
      { field: 'name' },
    );
  }
  const { severity, message } = judgeDefault(chosen);
  if (severity !== 'ok') throw refused(message);
  return chosen;
}

/** What is to be known of its KMS connection; throws where it can have no keys. */
function connectionProblemsOf(
  { provisioner, parameters }: StorageClass,
  connections: Observed<ConfigMap | undefined>,
): Reason[] {
  const asked = cephDriverOf(provisioner)?.readEncryption(parameters);
  const problems = asked ? classProblems(asked, connections) : [];
  const fatal = problems.find(({ severity }) => severity === 'error');
  if (fatal) throw refused(fatal.message);
  return problems;
}

function refused(why: string): VolumeEncryptionError {
  return new VolumeEncryptionError(
    'invalid-input',
    `${why} Choose an encrypted class.`,
    { field: 'name' },
  );
}

function markStep(chosen: StorageClass, cluster: string): Step {
  const isMarked = defaultMarks(chosen).length > 0;
  return {
    kind: 'patch',
    id: 'default-class',
    title: `${titleOf(chosen)}: the default`,
    change: isMarked ? 'none' : 'update',
    cluster,
    target: targetOf(chosen),
    patch: { annotations: { [ANNOTATION_DEFAULT_CLASS]: 'true' } },
  };
}

function unmarkStep(former: StorageClass, cluster: string): Step {
  const marks = defaultMarks(former).map(name => [name, null] as const);
  return {
    kind: 'patch',
    id: `former-default-${former.meta.name}`,
    title: `${titleOf(former)}: the default no more`,
    change: 'update',
    cluster,
    target: targetOf(former),
    patch: { annotations: Object.fromEntries(marks) },
  };
}

function targetOf({ kind, meta }: StorageClass) {
  const { name, uid, resourceVersion } = meta;
  return { kind, name, uid, resourceVersion };
}

function notesOf(classes: StorageClass[], steps: Step[]): Reason[] {
  const changed = classes.filter((_, index) => steps[index].change !== 'none');
  if (changed.length === 0) return [];
  const reach = planNote(
    'default-class-reach',
    'info',
    'Claims that name no class get it from now on, and with Kubernetes 1.26 or later those that wait for a default. Volumes that are there stay as they are.',
  );
  const others = changed.filter(it => !isOurs(it)).map(({ meta }) => meta.name);
  if (others.length === 0) return [reach];
  const kept = planNote(
    'default-class-kept-elsewhere',
    'warning',
    `Not made by this portal: ${listed(others)}. What keeps them (Helm, GitOps, an operator) may set the mark as before: change it there, too.`,
  );
  return [reach, kept];
}
