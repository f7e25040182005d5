import { isVolumeEncryptionError } from 'backstage-plugin-volume-encryption-common';
import { allThatShows } from './allThatShows';

/**
 * What went wrong in calls of which each may end with a value of the right type
 * or with an error of ours that shows no canary, and in no other way.
 */
export class Findings {
  readonly wrong: string[] = [];
  /** How many calls ended well, and how many with an error of ours. */
  readonly ends = { values: 0, errors: 0 };

  /** @param isRight - whether a value is of the type that was promised */
  async call<T>(
    name: string,
    work: () => Promise<T>,
    isRight: (value: T) => boolean,
  ): Promise<void> {
    try {
      const value = await work();
      this.ends.values++;
      if (!isRight(value)) this.wrong.push(`${name}: ${allThatShows(value)}`);
    } catch (error) {
      this.refused(name, error);
    }
  }

  refused(name: string, error: unknown): void {
    this.ends.errors++;
    const shown = allThatShows(error);
    const ours = isVolumeEncryptionError(error) && !shown.includes('canary');
    if (!ours) this.wrong.push(`${name}: ${shown.slice(0, 2_000)}`);
  }
}
