import {
  consentedOwner,
  LABEL_KUBERNETES_ID,
  passphraseSecretOf,
  type ClusterEvent,
  type Namespace,
  type ObjectMeta,
  type PersistentVolume,
  type PersistentVolumeClaim,
  type Pod,
} from 'backstage-plugin-volume-encryption-common';

/** Something that the objects of a kind are found by besides their names. */
export interface Index<T> {
  readonly name: string;
  /** Whether only the number of objects of a key is kept. */
  readonly counts?: boolean;
  /** The keys of an object; without one it is not found. */
  keysOf(object: T): readonly (string | undefined)[];
}

/** The keys of an object in several indexes, each once. */
export function keysOf<T>(object: T, indexes: readonly Index<T>[]): string[] {
  const keys = indexes.flatMap(({ name, keysOf: of }) =>
    of(object)
      .filter(key => key !== undefined)
      .map(key => indexKey(name, key)),
  );
  return [...new Set(keys)];
}

/** The key of a group among the groups of all indexes of a table. */
export function indexKey(name: string, key: string): string {
  return `${name} ${key}`;
}

/** The label by which an entity knows its own. */
const byId: Index<{ meta: ObjectMeta }> = {
  name: 'id',
  keysOf: ({ meta }) => [
    Object.hasOwn(meta.labels, LABEL_KUBERNETES_ID)
      ? meta.labels[LABEL_KUBERNETES_ID]
      : undefined,
  ],
};

/** What claims are found by. */
export const claimIndexes: readonly Index<PersistentVolumeClaim>[] = [
  byId,
  {
    name: 'class',
    keysOf: ({ meta, storageClassName }) => [
      storageClassName && `${meta.namespace}/${storageClassName}`,
    ],
  },
  {
    // Of a StatefulSet's claims, `<template>-<set>-<ordinal>`, all but the last.
    name: 'stem',
    keysOf: ({ meta }) => {
      const stem = /^(.+)-\d+$/.exec(meta.name)?.[1];
      return [stem && `${meta.namespace}/${stem}`];
    },
  },
];

/** The Secret of a volume's passphrase, where it names one. */
export function secretKey(volume: PersistentVolume): string | undefined {
  const secret = passphraseSecretOf(volume);
  return secret && `${secret.namespace}/${secret.name}`;
}

/** What volumes are counted by. */
export const volumeIndexes: readonly Index<PersistentVolume>[] = [
  {
    name: 'class',
    counts: true,
    keysOf: ({ storageClassName }) => [storageClassName ?? ''],
  },
  {
    name: 'secret',
    counts: true,
    keysOf: volume => [secretKey(volume)],
  },
];

/** What Pods are found by. */
export const podIndexes: readonly Index<Pod>[] = [
  byId,
  {
    name: 'claim',
    keysOf: ({ meta, claimNames }) =>
      claimNames.map(claim => `${meta.namespace}/${claim}`),
  },
];

/** What an event is about; a volume is in no namespace, whatever is said. */
export function subjectKey({ kind, namespace, name }: ClusterEvent['about']) {
  return kind === 'PersistentVolume'
    ? `${kind} ${name}`
    : `${kind} ${namespace}/${name}`;
}

/** What events are found by. */
export const eventIndexes: readonly Index<ClusterEvent>[] = [
  {
    name: 'subject',
    keysOf: ({ about }) => [subjectKey(about)],
  },
];

/** What namespaces are found by. */
export const namespaceIndexes: readonly Index<Namespace>[] = [
  { name: 'owner', keysOf: namespace => [consentedOwner(namespace)] },
];
