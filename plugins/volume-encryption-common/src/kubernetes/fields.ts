import { VolumeEncryptionError } from '../contract/errors';
import { sharedList, sharedText } from './sharing';

/**
 * Reads the fields of an object from a wire, and says which one is wrong.
 * Undefined and null are both "not there".
 */
export class Fields {
  private constructor(
    private readonly kind: string,
    private readonly path: string,
    private readonly values: Record<string, unknown>,
  ) {}

  /** The fields of a whole object; throws `invalid-input` for anything else. */
  static of(kind: string, raw: unknown): Fields {
    if (isRecord(raw)) return new Fields(kind, '', raw);
    throw new VolumeEncryptionError(
      'invalid-input',
      `A ${kind} must be an object with fields, and this is none.`,
      { field: kind },
    );
  }

  /** The fields of a nested object; one that is not there has no fields. */
  child(name: string): Fields {
    const value = this.values[name];
    return new Fields(
      this.kind,
      this.pathOf(name),
      isRecord(value) ? value : {},
    );
  }

  has(name: string): boolean {
    return this.values[name] !== undefined && this.values[name] !== null;
  }

  /** Names of the fields that are there. */
  names(): string[] {
    return Object.keys(this.values).filter(name => this.has(name));
  }

  optionalText(name: string): string | undefined {
    const value = this.values[name];
    if (!this.has(name)) return undefined;
    if (typeof value === 'string') return value;
    throw this.wrong(name, 'must be text');
  }

  /** A text that many objects have alike. */
  sharedText(name: string): string | undefined {
    const value = this.optionalText(name);
    return value === undefined ? undefined : sharedText(value);
  }

  text(name: string): string {
    const value = this.optionalText(name);
    if (value) return value;
    throw this.wrong(name, 'is missing');
  }

  optionalNumber(name: string): number | undefined {
    const value = this.values[name];
    return typeof value === 'number' ? value : undefined;
  }

  optionalBoolean(name: string): boolean | undefined {
    const value = this.values[name];
    return typeof value === 'boolean' ? value : undefined;
  }

  isTrue(name: string): boolean {
    return this.values[name] === true;
  }

  /** ISO 8601 in UTC, from text or a Date. */
  optionalTime(name: string): string | undefined {
    if (!this.has(name)) return undefined;
    const value = this.values[name];
    const isTime = typeof value === 'string' || value instanceof Date;
    const time = new Date(isTime ? value : NaN);
    if (Number.isFinite(time.getTime())) return time.toISOString();
    throw this.wrong(name, 'must be a time');
  }

  time(name: string): string {
    const value = this.optionalTime(name);
    if (value) return value;
    throw this.wrong(name, 'is missing');
  }

  /**
   * A map of texts, such as labels; entries that are no text are left out, and
   * those that are not wanted.
   */
  textMap(
    name: string,
    isWanted: (key: string) => boolean = () => true,
  ): Record<string, string> {
    const value = this.values[name];
    if (!isRecord(value)) return {};
    const texts: [string, string][] = [];
    for (const [key, text] of Object.entries(value)) {
      const isTaken = typeof text === 'string' && isWanted(key);
      if (isTaken) texts.push([key, sharedText(text)]);
    }
    return Object.fromEntries(texts);
  }

  /** A map of texts and of nothing else; throws for any other thing in it. */
  onlyTexts(name: string): Record<string, string> {
    if (!this.has(name)) return {};
    const value = this.values[name];
    if (!isRecord(value)) throw this.wrong(name, 'must be a map of texts');
    const texts = this.textMap(name);
    const other = Object.keys(value).find(key => !Object.hasOwn(texts, key));
    if (other === undefined) return texts;
    throw this.wrong(`${name}.${other}`, 'must be text');
  }

  texts(name: string): string[] {
    const value = this.values[name];
    if (!Array.isArray(value)) return [];
    return sharedList(value.filter(text => typeof text === 'string'));
  }

  children(name: string): Fields[] {
    const value = this.values[name];
    if (!Array.isArray(value)) return [];
    return value
      .filter(isRecord)
      .map(
        (it, at) => new Fields(this.kind, this.pathOf(`${name}[${at}]`), it),
      );
  }

  /** The error that a field deserves; its value is not repeated. */
  wrong(name: string, what: string): VolumeEncryptionError {
    const field = this.pathOf(name);
    return new VolumeEncryptionError(
      'invalid-input',
      `The ${this.kind} cannot be used: ${field} ${what}.`,
      { field },
    );
  }

  private pathOf(name: string): string {
    return this.path ? `${this.path}.${name}` : name;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Date)
  );
}
