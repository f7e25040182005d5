import { credentialOptions } from '../kmsConnection/withoutCredentials';
import type { ObjectPatch } from '../kubernetes/objects';

/**
 * The patch as it may be shown: a file of KMS connections is written whole, and
 * others may have put a credential into an entry of theirs.
 */
export function shownPatch({ data, ...patch }: ObjectPatch): ObjectPatch {
  if (!data) return patch;
  const shown = Object.entries(data).map(([key, text]) => [
    key,
    text === null ? null : shownText(text),
  ]);
  return { ...patch, data: Object.fromEntries(shown) };
}

/** As it is, unless there is something to hide in it. */
function shownText(text: string): string {
  let isHiding = false;
  const hidden = (name: string, value: unknown): unknown => {
    if (typeof value !== 'string') return value;
    if (credentialOptions({ [name]: value }).length === 0) return value;
    isHiding = true;
    return '(not shown)';
  };
  try {
    const shown: unknown = JSON.parse(text, hidden);
    return isHiding ? JSON.stringify(shown) : text;
  } catch {
    return '(not shown)';
  }
}
