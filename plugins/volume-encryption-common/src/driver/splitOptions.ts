/** Mount options one by one: an entry of a volume may hold several, as for mount(8). */
export function splitOptions(mountOptions: readonly string[]): string[] {
  return mountOptions.flatMap(it => it.split(',')).map(it => it.trim());
}
