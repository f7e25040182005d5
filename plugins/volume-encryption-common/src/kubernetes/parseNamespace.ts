import { ANNOTATION_OWNER } from '../contract/annotations';
import type { Fields } from './fields';
import type { Namespace } from './objects';
import { parseMeta } from './parseMeta';

/** Reads a Namespace, and who set the owner that it serves. */
export function parseNamespace(object: Fields): Namespace {
  const meta = parseMeta(object);
  const metadata = object.child('metadata');
  if (!metadata.has('managedFields')) return { kind: 'Namespace', meta };
  const writer = metadata.children('managedFields').find(setsOwner);
  return {
    kind: 'Namespace',
    meta,
    ownerSetBy: writer?.sharedText('manager'),
  };
}

/** As `fieldsV1` names it (Kubernetes API concepts, "Field management"). */
function setsOwner(entry: Fields): boolean {
  return entry
    .child('fieldsV1')
    .child('f:metadata')
    .child('f:annotations')
    .has(`f:${ANNOTATION_OWNER}`);
}
