import {
  countVolumes,
  coverageRows,
  filterKeyFindings,
  filterVolumes,
  platformFindings,
  type Coverage,
  type CoverageBy,
  type PlatformFinding,
  type PlatformFindingPage,
  type PlatformVolume,
  type PlatformVolumePage,
  type SourceProblem,
  type VolumeFilter,
} from 'backstage-plugin-volume-encryption-common';
import type { VolumeIndex } from '../volumeIndex';
import { RecentDerivations } from './RecentDerivations';
import type { Survey } from './Survey';
import type { Surveys } from './Surveys';

/** A part of a longer list. */
interface Page {
  limit: number;
  offset: number;
}

/** What an answer is about as a whole. */
interface Scope {
  incomplete: boolean;
  revision: number;
  assessedAt: string;
  problems: SourceProblem[];
}

/** A whole list. */
interface List<T> extends Scope {
  items: readonly T[];
}

/** The same for a file. */
export type Whole<T> = Omit<List<T>, 'revision'>;

/**
 * All volumes of all clusters, counted, listed and with what is not as it should
 * be. Throws `unknown-cluster` where a filter names none.
 */
export class Overview {
  readonly #derived = new RecentDerivations();
  /** Whole answers: after a change all who look ask for the same ones. */
  readonly #pages = new RecentDerivations();

  constructor(
    private readonly parts: {
      index: Pick<VolumeIndex, 'snapshot'>;
      surveys: Pick<Surveys, 'read'>;
    },
  ) {}

  /** A page of the counts. */
  async coverage(
    by: CoverageBy,
    filter: VolumeFilter,
    page: Page,
  ): Promise<Coverage> {
    const survey = await this.#surveyFor(filter);
    const { all, rows } = this.#derive(survey, ['coverage', by, filter], () =>
      counted(by, filter, { survey, volumes: this.#filtered(survey, filter) }),
    );
    const question = JSON.stringify(['coverage', by, filter, page]);
    return this.#pages.get(survey, question, () => ({
      by,
      all,
      ...pageOf(rows, page),
      ...scopeOf(survey, filter),
    }));
  }

  /** A page of the volumes. */
  async volumes(filter: VolumeFilter, page: Page): Promise<PlatformVolumePage> {
    const survey = await this.#surveyFor(filter);
    const question = JSON.stringify(['volumes', filter, page]);
    return this.#pages.get(survey, question, () => ({
      ...pageOf(this.#filtered(survey, filter), page),
      ...scopeOf(survey, filter),
    }));
  }

  /** A page of the findings. */
  async findings(
    filter: VolumeFilter,
    page: Page,
  ): Promise<PlatformFindingPage> {
    const survey = await this.#surveyFor(filter);
    const question = JSON.stringify(['findings', filter, page]);
    return this.#pages.get(survey, question, () => ({
      ...pageOf(this.#found(survey, filter), page),
      ...scopeOf(survey, filter),
    }));
  }

  /** Every volume. */
  async allVolumes(filter: VolumeFilter): Promise<List<PlatformVolume>> {
    const survey = await this.#surveyFor(filter);
    const items = this.#filtered(survey, filter);
    return { items, ...scopeOf(survey, filter) };
  }

  /** Every finding. */
  async allFindings(filter: VolumeFilter): Promise<List<PlatformFinding>> {
    const survey = await this.#surveyFor(filter);
    const items = this.#found(survey, filter);
    return { items, ...scopeOf(survey, filter) };
  }

  #surveyFor({ cluster }: VolumeFilter): Promise<Survey> {
    if (cluster !== undefined) this.parts.index.snapshot(cluster);
    return this.parts.surveys.read();
  }

  #filtered(survey: Survey, filter: VolumeFilter): readonly PlatformVolume[] {
    return this.#derive(survey, ['volumes', filter], () =>
      filterVolumes(survey.volumes, filter),
    );
  }

  #found(survey: Survey, filter: VolumeFilter): readonly PlatformFinding[] {
    return this.#derive(survey, ['findings', filter], () => [
      ...platformFindings(this.#filtered(survey, filter), filter),
      ...filterKeyFindings(survey.keyFindings, filter),
    ]);
  }

  #derive<T>(survey: Survey, question: unknown[], derive: () => T): T {
    return this.#derived.get(survey, JSON.stringify(question), derive);
  }
}

function counted(
  by: CoverageBy,
  filter: VolumeFilter,
  { survey, volumes }: { survey: Survey; volumes: readonly PlatformVolume[] },
) {
  const meant = clustersMeant(survey, filter);
  const isIncomplete = (cluster?: string) =>
    meant.some(it => it.incomplete && it.name === (cluster ?? it.name));
  const names = isPlain(filter) ? meant.map(({ name }) => name) : [];
  const rows = coverageRows(by, volumes, names).map(row => ({
    ...row,
    incomplete: isIncomplete(by === 'cluster' ? row.name : row.cluster),
  }));
  return { all: countVolumes(volumes), rows };
}

/** Whether a cluster without a volume belongs among the rows. */
function isPlain({ cluster, ...others }: VolumeFilter): boolean {
  return Object.values(others).every(value => value === undefined);
}

function clustersMeant({ clusters }: Survey, { cluster }: VolumeFilter) {
  return clusters.filter(({ name }) => (cluster ?? name) === name);
}

function scopeOf(survey: Survey, filter: VolumeFilter): Scope {
  const meant = clustersMeant(survey, filter);
  return {
    incomplete: meant.some(({ incomplete }) => incomplete),
    revision: survey.revision,
    assessedAt: survey.assessedAt,
    problems: [...meant.flatMap(it => it.problems), ...survey.problems],
  };
}

function pageOf<T>(items: readonly T[], { limit, offset }: Page) {
  const page = items.slice(offset, offset + limit);
  return { total: items.length, offset, limit, items: page };
}
