import type { Fields } from './fields';
import type { SecretMetadata } from './objects';
import { parseMeta } from './parseMeta';

/** A Secret's metadata, and who set which of its data; never a value. */
export function parseSecret(object: Fields): SecretMetadata {
  const meta = parseMeta(object);
  const metadata = object.child('metadata');
  if (!metadata.has('managedFields')) return { kind: 'Secret', meta };
  const writers = metadata.children('managedFields').flatMap(writerOf);
  return { kind: 'Secret', meta, writers };
}

/**
 * `fieldsV1` has the names of fields as `f:<name>`, and `.` for the map itself
 * (Kubernetes API concepts, "Field management").
 */
function writerOf(entry: Fields): NonNullable<SecretMetadata['writers']> {
  const owned = entry.child('fieldsV1').child('f:data').names();
  const dataKeys = owned
    .filter(name => name.startsWith('f:'))
    .map(name => name.slice('f:'.length));
  if (dataKeys.length === 0) return [];
  const manager = entry.sharedText('manager') ?? '';
  return [{ manager, at: entry.optionalTime('time'), dataKeys }];
}
