import { quantityToBytes } from '../kubernetes/quantity';

/** Sizes are few and volumes many; what is no quantity counts as nothing. */
export function rememberedBytes(): (size: string) => number {
  const known = new Map<string, number>();
  return size => {
    const before = known.get(size);
    if (before !== undefined) return before;
    const bytes = Number(quantityToBytes(size) ?? 0n);
    known.set(size, bytes);
    return bytes;
  };
}
