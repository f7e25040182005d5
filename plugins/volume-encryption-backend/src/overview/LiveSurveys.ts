import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  allTouched,
  type IndexChange,
  type TouchedClaims,
} from '../volumeIndex';
import type { Touched } from './mendSurvey';
import { Paced } from './Paced';
import type { Survey, Surveyed } from './Survey';
import type { Surveys } from './Surveys';

/** Changes are gathered for so long, in milliseconds. */
const GATHERED_MS = 200;

/** After claims were judged anew others wait as many times as long as it took. */
const TIMES_ITS_DURATION = 20;

/** After a failure everything waits for so long. */
const AFTER_FAILURE_MS = 10_000;

/** A page that is open asks at least once a minute. */
const WATCHED_FOR_MS = 3 * 60_000;

/** So many volumes of a cluster are judged by themselves; for more all are. */
const MENDED_AT_MOST = 2_000;

interface Parts {
  surveys: Pick<Surveys, 'read' | 'renew' | 'mend' | 'restMs'>;
  mend: (survey: Surveyed, touched: Touched) => Promise<Surveyed>;
  /** How many claims a cluster has. */
  claimsOf: (cluster: string) => number;
  /** Is given the revision of a survey that knows of changes. */
  tell: (revision: number) => void;
  logger: LoggerService;
  now: () => Date;
}

/**
 * The survey as those are given it who have the platform page open. While
 * somebody has, claims that changed are judged anew by themselves, however many
 * others there are, and then he is told that there is a newer survey.
 */
export class LiveSurveys {
  readonly #touched = new Map<string, TouchedClaims>();
  #areManyTouched = false;
  #watchedAt = -Infinity;
  #restUntil = -Infinity;
  readonly #mending = new Paced(
    () => this.#waitMs(this.#restUntil - this.#ms()),
    () => this.#mend(),
  );
  readonly #renewing = new Paced(
    () => this.#waitMs(this.parts.surveys.restMs()),
    () => this.#renew(),
  );
  #failedAt = -Infinity;

  constructor(private readonly parts: Parts) {}

  /** Listens to the index until the signal aborts. */
  start(
    index: { subscribe: (on: (change: IndexChange) => void) => () => void },
    signal: AbortSignal,
  ): void {
    const stop = index.subscribe(change => this.#note(change));
    signal.addEventListener('abort', () => {
      stop();
      this.#mending.stop();
      this.#renewing.stop();
    });
  }

  /** The survey for somebody who stays to look at it. */
  read(): Promise<Survey> {
    this.#watchedAt = this.#ms();
    this.#wantNewer();
    return this.parts.surveys.read();
  }

  #note({ cluster, touched }: IndexChange): void {
    const before = this.#touched.get(cluster) ?? new Set<string>();
    const together = allTouched(before, touched);
    const count =
      together === 'all' ? this.parts.claimsOf(cluster) : together.size;
    if (count > MENDED_AT_MOST) this.#areManyTouched = true;
    else this.#touched.set(cluster, together);
    if (this.#ms() - this.#watchedAt <= WATCHED_FOR_MS) this.#wantNewer();
  }

  #wantNewer(): void {
    if (this.#touched.size > 0) this.#mending.want();
    if (this.#areManyTouched) this.#renewing.want();
  }

  async #mend(): Promise<void> {
    const { surveys, mend } = this.parts;
    const touched = new Map(this.#touched);
    this.#touched.clear();
    const begunAt = this.#ms();
    await this.#tellOf(() => surveys.mend(survey => mend(survey, touched)));
    const endedAt = this.#ms();
    this.#restUntil = endedAt + (endedAt - begunAt) * TIMES_ITS_DURATION;
  }

  async #renew(): Promise<void> {
    this.#areManyTouched = false;
    await this.#tellOf(() => this.parts.surveys.renew());
  }

  /** Where it fails all are to be judged anew, which is tried again. */
  async #tellOf(make: () => Promise<Survey | undefined>): Promise<void> {
    try {
      const survey = await make();
      if (survey) this.parts.tell(survey.revision);
    } catch {
      this.parts.logger.warn(
        'The overview could not be brought up to date with a change; it is tried again.',
      );
      this.#failedAt = this.#ms();
      this.#areManyTouched = true;
      this.#renewing.want();
    }
  }

  #waitMs(restMs: number): number {
    const afterFailure = this.#failedAt + AFTER_FAILURE_MS - this.#ms();
    return Math.max(GATHERED_MS, restMs, afterFailure);
  }

  #ms(): number {
    return this.parts.now().getTime();
  }
}
