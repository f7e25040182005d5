import { VolumeEncryptionError } from '../contract/errors';
import { FILE_KEY, parseJsonObject } from '../kmsConnection/parseConnections';
import type { ConnectionState } from './connectionState';

/** An entry, decoded from JSON. */
export type Entry = Record<string, unknown>;

/** The one data key of a ConfigMap that a change is about. */
export interface DataChange {
  key: string;
  /** As it is; undefined where the key is not there. */
  before: string | undefined;
  /** As it is to be; null removes the key. */
  after: string | null;
}

/**
 * What to write for an entry to be as given, or gone. Of a mounted file the
 * whole text is written anew, with every other entry in its place and in the
 * indentation that the file has. A text that means the same stays as it is.
 *
 * Throws `conflict` for a file that is not a JSON object.
 */
export function entryChange(
  kmsId: string,
  entry: Entry | undefined,
  { source, configMap }: ConnectionState,
): DataChange {
  const data = configMap?.data ?? {};
  if (source.style === 'mounted-file') {
    const text = data[FILE_KEY];
    return { key: FILE_KEY, before: text, after: fileWith(kmsId, entry, text) };
  }
  const before = Object.hasOwn(data, kmsId) ? data[kmsId] : undefined;
  const wanted = entry ? JSON.stringify(entry) : null;
  const stays = before !== undefined && entry && isSame(before, entry);
  return { key: kmsId, before, after: stays ? before : wanted };
}

function fileWith(
  kmsId: string,
  entry: Entry | undefined,
  text: string = '{}',
): string {
  const entries = parseJsonObject(text);
  if (!entries) {
    throw new VolumeEncryptionError(
      'conflict',
      `The mounted ${FILE_KEY} is not a JSON object, so no entry of it can be changed, and Ceph CSI reads none. Correct it by hand first.`,
      { field: 'kmsId' },
    );
  }
  const { [kmsId]: before, ...others } = entries;
  const stays = entry
    ? canonical(before) === canonical(entry)
    : !Object.hasOwn(entries, kmsId);
  if (stays) return text;
  const after = Object.hasOwn(entries, kmsId)
    ? Object.entries(entries).flatMap(([id, it]) => replaced(id, it))
    : [...Object.entries(others), ...replaced(kmsId, undefined)];
  const end = text.endsWith('\n') ? '\n' : '';
  return JSON.stringify(Object.fromEntries(after), null, indentOf(text)) + end;

  function replaced(id: string, it: unknown): [string, unknown][] {
    if (id !== kmsId) return [[id, it]];
    return entry ? [[id, entry]] : [];
  }
}

/** The white space before the first key, none for a text of one line. */
function indentOf(text: string): string {
  return text === '{}' ? '  ' : (/^\s*\{\r?\n([ \t]+)/.exec(text)?.[1] ?? '');
}

function isSame(text: string, entry: Entry): boolean {
  return canonical(parseJsonObject(text)) === canonical(entry);
}

/** The same text for objects with the same fields in any order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort())
      : inner,
  );
}
