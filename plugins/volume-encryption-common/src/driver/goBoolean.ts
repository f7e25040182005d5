const TRUE = new Set(['1', 't', 'T', 'true', 'TRUE', 'True']);
const FALSE = new Set(['0', 'f', 'F', 'false', 'FALSE', 'False']);

/**
 * Reads a boolean exactly as Go's `strconv.ParseBool`, which Ceph CSI uses for
 * `encrypted`: twelve spellings and no other. Undefined for anything else.
 */
export function parseGoBoolean(text: string): boolean | undefined {
  if (TRUE.has(text)) return true;
  if (FALSE.has(text)) return false;
  return undefined;
}
