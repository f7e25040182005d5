import type {
  PlatformFinding,
  PlatformVolume,
  SourceProblem,
} from 'backstage-plugin-volume-encryption-common';

/** All volumes of all clusters, as they were judged one after the other. */
export interface Surveyed {
  /** When the judgement of all of them began, ISO 8601. */
  assessedAt: string;
  /** The gravest finding first; then by cluster, namespace and claim. */
  volumes: readonly PlatformVolume[];
  clusters: readonly SurveyedCluster[];
  /** About keys that are of no volume. */
  keyFindings: readonly PlatformFinding[];
  /** Of KMSs. */
  problems: readonly SourceProblem[];
}

/** The same as it is given. */
export interface Survey extends Surveyed {
  /** Greater than that of each before. */
  revision: number;
}

/** One cluster, with or without volumes. */
export interface SurveyedCluster {
  name: string;
  /** Whether volumes of it may be missing or old. */
  incomplete: boolean;
  problems: readonly SourceProblem[];
}
