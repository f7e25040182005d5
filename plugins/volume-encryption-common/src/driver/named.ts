/** A profile's `matches` for names that are written out. */
export function named(...names: string[]): (name: string) => boolean {
  const known = new Set(names);
  return name => known.has(name);
}

/** And for those that an installation may prefix, as Rook does: `x.rbd.csi.ceph.com`. */
export function namedOrPrefixed(...names: string[]): (name: string) => boolean {
  return name =>
    names.some(known => name === known || name.endsWith(`.${known}`));
}
