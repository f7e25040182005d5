import { quantityToBytes } from 'backstage-plugin-volume-encryption-common';

/** Orders Kubernetes quantities by size; what is no quantity comes first. */
export function compareQuantities(a: string, b: string): number {
  const difference = (quantityToBytes(a) ?? -1n) - (quantityToBytes(b) ?? -1n);
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}
