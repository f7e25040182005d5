import {
  ANNOTATION_CSI_ADDONS_STATE,
  ANNOTATION_DEFAULT_CLASS,
  ANNOTATION_DEFAULT_CLASS_BETA,
  ANNOTATION_KEY_ROTATION_CRON_JOB,
  ANNOTATION_KEY_ROTATION_ENABLE,
  ANNOTATION_KEY_ROTATION_SCHEDULE,
  ANNOTATION_PROJECT_DESCRIPTION,
  ANNOTATION_PROJECT_DISPLAY_NAME,
  ANNOTATION_PROJECT_REQUESTER,
} from '../contract/annotations';
import { ANNOTATIONS_OF_DRIVERS } from './driverAnnotations';
import type { Fields } from './fields';
import type { ObjectMeta } from './objects';
import { sharedMap } from './sharing';

/**
 * The annotations that anything here reads: ours, and these. All others are left
 * out, because they can be long, and because kubectl keeps the whole object in
 * one of them, a Secret's data included.
 */
const OURS = 'volume-encryption.backstage.io/';
const OTHERS = new Set([
  'pv.kubernetes.io/provisioned-by',
  ANNOTATION_DEFAULT_CLASS,
  ANNOTATION_DEFAULT_CLASS_BETA,
  ANNOTATION_KEY_ROTATION_SCHEDULE,
  ANNOTATION_KEY_ROTATION_ENABLE,
  ANNOTATION_KEY_ROTATION_CRON_JOB,
  ANNOTATION_CSI_ADDONS_STATE,
  ANNOTATION_PROJECT_DISPLAY_NAME,
  ANNOTATION_PROJECT_DESCRIPTION,
  ANNOTATION_PROJECT_REQUESTER,
  ...ANNOTATIONS_OF_DRIVERS,
]);

/** `metadata` of any object, without what could hold a Secret's data. */
export function parseMeta(object: Fields): ObjectMeta {
  const meta = object.child('metadata');
  return {
    name: meta.text('name'),
    namespace: meta.sharedText('namespace') ?? '',
    uid: meta.optionalText('uid') ?? '',
    resourceVersion: meta.optionalText('resourceVersion') ?? '',
    createdAt: meta.time('creationTimestamp'),
    labels: sharedMap(meta.textMap('labels')),
    annotations: sharedMap(meta.textMap('annotations', isRead)),
    deletedAt: meta.optionalTime('deletionTimestamp'),
    owners: ownersOf(meta),
  };
}

function isRead(name: string): boolean {
  return name.startsWith(OURS) || OTHERS.has(name);
}

const NO_OWNERS: ObjectMeta['owners'] = [];

function ownersOf(meta: Fields): ObjectMeta['owners'] {
  if (!meta.has('ownerReferences')) return NO_OWNERS;
  return meta.children('ownerReferences').map(owner => ({
    kind: owner.text('kind'),
    name: owner.text('name'),
    uid: owner.text('uid'),
  }));
}
