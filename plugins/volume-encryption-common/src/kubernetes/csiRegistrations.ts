import type { ObjectMeta } from './objects';

/** That a CSI driver of this name is installed in the cluster. @public */
export interface CsiDriver {
  kind: 'CSIDriver';
  meta: ObjectMeta;
}

/** The CSI drivers that run on the node of this name. @public */
export interface CsiNode {
  kind: 'CSINode';
  meta: ObjectMeta;
  driverNames: string[];
}
