import { readDurationFromConfig, type Config } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';

/** Of a number in the configuration, and what it is when it is not there. */
interface Bounds {
  most: number;
  otherwise: number;
}

/**
 * One section of the configuration and the path to it. Whatever is wrong is
 * added to `problems`, and reading goes on, so that all problems are told at
 * once.
 */
export class Section {
  constructor(
    private readonly config: Config,
    private readonly path: string,
    private readonly problems: string[],
  ) {}

  /** Adds a problem of one of the section's values, or of the section. */
  refuse(key: string, remedy: string): void {
    this.problems.push(`${this.#pathOf(key)}: ${remedy}`);
  }

  has(key: string): boolean {
    return this.config.has(key);
  }

  keys(): string[] {
    return this.config.keys();
  }

  /** Empty when it is missing, which is a problem. */
  text(key: string, remedy: string): string {
    const value = this.optionalText(key);
    if (value === undefined && !this.has(key)) this.refuse(key, remedy);
    return value ?? '';
  }

  optionalText(key: string): string | undefined {
    return this.#read(key, 'a text that is not empty', () =>
      this.config.getOptionalString(key),
    );
  }

  optionalTexts(key: string): string[] {
    const read = () => this.config.getOptionalStringArray(key);
    return this.#read(key, 'a list of texts', read) ?? [];
  }

  flag(key: string): boolean {
    const read = () => this.config.getOptionalBoolean(key);
    return this.#read(key, 'true or false', read) ?? false;
  }

  /** A duration in milliseconds, more than zero. */
  milliseconds(key: string, otherwise: number): number {
    if (!this.has(key)) return otherwise;
    const wanted = 'a duration of more than zero, such as { seconds: 10 }';
    const read = () =>
      durationToMilliseconds(readDurationFromConfig(this.config, { key }));
    const value = this.#read(key, wanted, read);
    if (value !== undefined && !(value > 0)) {
      this.refuse(key, `write ${wanted}`);
    }
    return value ?? otherwise;
  }

  /** A whole number from 1 to `most`. */
  count(key: string, { most, otherwise }: Bounds): number {
    const wanted = `a whole number from 1 to ${most}`;
    const read = () => this.config.getOptionalNumber(key);
    const value = this.#read(key, wanted, read) ?? otherwise;
    if (!Number.isInteger(value) || value < 1 || value > most) {
      this.refuse(key, `write ${wanted}`);
    }
    return value;
  }

  section(key: string): Section | undefined {
    const config = this.#read(key, 'a section', () =>
      this.config.getOptionalConfig(key),
    );
    return config && new Section(config, this.#pathOf(key), this.problems);
  }

  sections(key: string): Section[] {
    const read = () => this.config.getOptionalConfigArray(key);
    const configs = this.#read(key, 'a list of sections', read) ?? [];
    return configs.map(
      (config, index) =>
        new Section(config, `${this.#pathOf(key)}[${index}]`, this.problems),
    );
  }

  #pathOf(key: string): string {
    return [this.path, key].filter(Boolean).join('.');
  }

  /** The errors of the reader are not passed on: some repeat the value. */
  #read<T>(key: string, wanted: string, read: () => T): T | undefined {
    try {
      return read();
    } catch {
      this.refuse(key, `write ${wanted}`);
      return undefined;
    }
  }
}
