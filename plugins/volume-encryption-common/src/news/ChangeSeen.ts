import type { TimelineEntry } from '../contract/api';

/** An owner, and how many of his volumes something concerns. @public */
export interface OwnerConcerned {
  owner: string;
  volumes: number;
  /** Ref of one of the entities whose volumes they are. */
  entity?: string;
}

/** A change, with whom it concerns. @public */
export interface ChangeSeen extends Omit<TimelineEntry, 'id' | 'at'> {
  /** Whom the namespace serves, an entity ref; absent for nobody. */
  owner?: string;
  /** Refs of the entities whose volumes it is about. */
  entities: readonly string[];
  /** Of a KMS, whose keys are in it. */
  owners?: readonly OwnerConcerned[];
}

/** One message to some people. @public */
export interface News {
  /** Entity refs. */
  recipients: string[];
  topic: 'volumes' | 'credentials' | 'sources';
  severity: 'high' | 'normal' | 'low';
  title: string;
  description: string;
  /** What it is about; later news of the same takes its place. */
  scope: string;
  /** The change, or one of many. */
  about: ChangeSeen;
  isOfMany: boolean;
  /** Ref of the entity to lead to. */
  entity?: string;
}
