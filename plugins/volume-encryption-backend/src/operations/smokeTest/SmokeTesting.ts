import type { VolumeView } from 'backstage-plugin-volume-encryption-common';

/** What smoke tests are carried out with. */
export interface SmokeTesting {
  /** The image of the pod that writes and reads. */
  image: string;
  volumes: {
    /** The volume of a claim, judged as any is; undefined while it is not seen. */
    claimVolume(ref: {
      cluster: string;
      namespace: string;
      claim: string;
    }): Promise<VolumeView | undefined>;
  };
  /** Other than usual in tests only. */
  timing?: SmokeTestTiming;
}

/** All in milliseconds. */
export interface SmokeTestTiming {
  /** Between two looks. */
  look: number;
  /** Until the claim must be bound. */
  bind: number;
  /** Until the Job must have ended; longer than its own deadline. */
  job: number;
  /** Until what is deleted must be gone. */
  removal: number;
}

export const usualTiming: SmokeTestTiming = {
  look: 1_000,
  bind: 120_000,
  job: 150_000,
  removal: 30_000,
};
