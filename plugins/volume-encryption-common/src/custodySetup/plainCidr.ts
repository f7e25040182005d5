/**
 * A range of addresses as Vault 1.21.1 shows it: one of a single address comes
 * back as the address.
 *
 * @public
 */
export function plainCidr(cidr: string): string {
  return cidr.replace(cidr.includes(':') ? /\/128$/ : /\/32$/, '');
}

/** Whether two lists are of the same ranges, whatever their order. @public */
export function areSameCidrs(
  some: readonly string[],
  others: readonly string[],
): boolean {
  const inOrder = (list: readonly string[]) => list.map(plainCidr).sort();
  return inOrder(some).join() === inOrder(others).join();
}
