import {
  ANNOTATION_DEFAULT_CLASS,
  ANNOTATION_DEFAULT_CLASS_BETA,
} from '../contract/annotations';
import type { StorageClass } from '../kubernetes/objects';

/** The annotations that make a class the default; each alone is enough. */
export function defaultMarks({ meta }: StorageClass): string[] {
  return [ANNOTATION_DEFAULT_CLASS, ANNOTATION_DEFAULT_CLASS_BETA].filter(
    name => meta.annotations[name] === 'true',
  );
}

/**
 * The classes that are marked as default, the one that counts first: that is the
 * newest, and of the same age the first by name (Kubernetes
 * `pkg/volume/util/storageclass.go`, `GetDefaultClass`, since 1.26).
 */
export function defaultClasses(
  classes: readonly StorageClass[],
): StorageClass[] {
  return classes
    .filter(it => defaultMarks(it).length > 0)
    .sort(
      (a, b) =>
        Date.parse(b.meta.createdAt) - Date.parse(a.meta.createdAt) ||
        (a.meta.name < b.meta.name ? -1 : 1),
    );
}
