import { VolumeEncryptionError } from '../contract/errors';

type Labels = Record<string, string>;

/** Reading takes time by the square of it, and people write far less. */
const MAX_LENGTH = 1000;

/** One requirement of a selector: how its text looks, and what it asks. */
const REQUIREMENTS: [RegExp, (match: string[], labels: Labels) => boolean][] = [
  [
    /^([\w./-]+)\s+in\s*\(([^()]*)\)$/,
    ([, key, values], labels) => isIn(values, valueOf(labels, key)),
  ],
  [
    /^([\w./-]+)\s+notin\s*\(([^()]*)\)$/,
    ([, key, values], labels) => !isIn(values, valueOf(labels, key)),
  ],
  [
    /^([\w./-]+)\s*!=\s*([\w.-]*)$/,
    ([, key, value], labels) => valueOf(labels, key) !== value,
  ],
  [
    /^([\w./-]+)\s*==?\s*([\w.-]*)$/,
    ([, key, value], labels) => valueOf(labels, key) === value,
  ],
  [/^!\s*([\w./-]+)$/, ([, key], labels) => valueOf(labels, key) === undefined],
  [/^([\w./-]+)$/, ([, key], labels) => valueOf(labels, key) !== undefined],
];

/**
 * A Kubernetes label selector, such as `app=web,tier in (a,b),!legacy`. All of
 * its requirements must hold. Throws `invalid-input` for text that is no
 * selector, and for an empty one, which would match everything.
 */
export function parseLabelSelector(text: string): (labels: Labels) => boolean {
  if (text.length > MAX_LENGTH) {
    throw refused(
      `The label selector is longer than ${MAX_LENGTH} characters.`,
    );
  }
  // Commas between brackets part values, all others part requirements.
  const parts = text.split(/,(?![^(]*\))/).map(part => part.trim());
  const requirements = parts.map(part => parseRequirement(part, text));
  return labels => requirements.every(holds => holds(labels));
}

function parseRequirement(part: string, text: string) {
  for (const [form, holds] of REQUIREMENTS) {
    const match = form.exec(part);
    if (match) return (labels: Labels) => holds(match, labels);
  }
  throw refused(
    `"${text}" is not a label selector. Write for example app=web,tier in (a,b).`,
  );
}

function refused(message: string): VolumeEncryptionError {
  return new VolumeEncryptionError('invalid-input', message, {
    field: 'labelSelector',
  });
}

function valueOf(labels: Labels, key: string): string | undefined {
  return Object.hasOwn(labels, key) ? labels[key] : undefined;
}

function isIn(values: string, value: string | undefined): boolean {
  return values.split(',').some(it => it.trim() === value);
}
