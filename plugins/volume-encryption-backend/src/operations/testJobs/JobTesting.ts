import type { VolumeView } from 'backstage-plugin-volume-encryption-common';
import type { VolumeEncryptionConfig } from '../../config/types';

/** What is tried by a Job in a cluster is carried out with this. */
export interface JobTesting {
  /** The image of its pod. */
  image: string;
  /** By name of the KMS: the file of the authorities its certificate is checked with. */
  caFiles?: ReadonlyMap<string, string>;
  volumes: {
    /** The volume of a claim, judged as any is; undefined while it is not seen. */
    claimVolume(ref: {
      cluster: string;
      namespace: string;
      claim: string;
    }): Promise<VolumeView | undefined>;
  };
  /** Other than usual in tests only. */
  timing?: TestTiming;
}

/** As the configuration has it. */
export function createJobTesting(
  { testImage: image, kms }: VolumeEncryptionConfig,
  volumes: JobTesting['volumes'],
): JobTesting {
  const files = kms.flatMap(({ name, caFile }): [string, string][] =>
    caFile ? [[name, caFile]] : [],
  );
  return { image, caFiles: new Map(files), volumes };
}

/** All in milliseconds. */
export interface TestTiming {
  /** Between two looks. */
  look: number;
  /** Until the claim must be bound. */
  bind: number;
  /** Until the Job must have ended. */
  job: number;
  /** Until what is deleted must be gone. */
  removal: number;
}

export const usualTiming: TestTiming = {
  look: 1_000,
  bind: 120_000,
  job: 150_000,
  removal: 30_000,
};
