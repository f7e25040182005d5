import type { StorageClassView } from 'backstage-plugin-volume-encryption-common';

/** The classes with the text in a name of theirs, whatever its case. */
export function matchingClasses(
  classes: readonly StorageClassView[],
  search: string,
): StorageClassView[] {
  const text = search.toLowerCase();
  return classes.filter(({ name, cluster, provisioner, kmsId = '' }) =>
    [name, cluster, provisioner, kmsId].some(it =>
      it.toLowerCase().includes(text),
    ),
  );
}
