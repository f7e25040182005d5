import { VolumeEncryptionError } from '../contract/errors';

/** Kubernetes keeps a quantity's value as int64 (`resource.Quantity.Value`). */
const MAX_BYTES = 2n ** 63n - 1n;

/** Above what a LUKS2 header takes: cryptsetup's default data offset, 16 MiB. */
const MIN_BYTES = 16n * 1024n ** 2n + 1n;

const BINARY = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];

/** Decimal suffixes by their power of ten. */
const DECIMAL: Readonly<Record<string, number>> = {
  n: -9,
  u: -6,
  m: -3,
  '': 0,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15,
  E: 18,
};

const QUANTITY =
  /^([+-]?)(\d{1,40})?(?:\.(\d{0,40}))?(?:([KMGTPE]i)|([numkMGTPE])|[eE]([+-]?\d{1,3}))?$/;

/**
 * The value of a Kubernetes quantity in bytes, rounded away from zero as
 * Kubernetes does; undefined when the text is not a quantity. The grammar is
 * that of `k8s.io/apimachinery/pkg/api/resource`.
 *
 * @public
 */
export function quantityToBytes(text: string): bigint | undefined {
  const match = QUANTITY.exec(text);
  if (!match) {
    return undefined;
  }
  const [, sign, whole = '', fraction = '', binary = '', decimal = '', exp] =
    match;
  if (!whole && !fraction) {
    return undefined;
  }
  const power =
    (exp === undefined ? DECIMAL[decimal] : Number(exp)) - fraction.length;
  const mantissa =
    BigInt(whole + fraction) * 1024n ** BigInt(BINARY.indexOf(binary));
  const bytes =
    power < 0
      ? dividedUp(mantissa, 10n ** BigInt(-power))
      : mantissa * 10n ** BigInt(power);
  return sign === '-' ? -bytes : bytes;
}

/**
 * The size of a volume as a Kubernetes quantity, returned unchanged. Throws
 * `invalid-input` that names the field and says what to write instead: no
 * quantity, not more than a LUKS2 header, or more bytes than Kubernetes counts
 * (2^63 - 1, so below 8Ei).
 *
 * @public
 */
export function requireVolumeSize(field: string, text: string): string {
  const bytes = quantityToBytes(text);
  if (bytes === undefined) {
    throw refusedSize(field, text, `is not a quantity: ${suggestion(text)}`);
  }
  if (bytes <= 0n) {
    throw refusedSize(field, text, 'must be more than zero, such as 10Gi');
  }
  if (bytes < MIN_BYTES) {
    throw refusedSize(
      field,
      text,
      `is ${bytes} bytes, and an encryption header alone takes 16Mi: give a unit, such as 10Gi`,
    );
  }
  if (bytes > MAX_BYTES) {
    throw refusedSize(field, text, 'is too large: it must be less than 8Ei');
  }
  return text;
}

/** What a person who wrote `5GB` or `5 gi` most likely wants to write. */
function suggestion(text: string): string {
  const match = /^(\d{1,15}(?:\.\d{1,15})?)\s*([kmgtpe])i?b?(?:ytes)?$/i.exec(
    text.trim(),
  );
  if (!match) {
    return 'write a number and a unit, such as 10Gi';
  }
  const letter = match[2].toUpperCase();
  const decimal = letter === 'K' ? 'k' : letter;
  return `write ${match[1]}${decimal} (powers of 1000) or ${match[1]}${letter}i (powers of 1024)`;
}

function dividedUp(dividend: bigint, divisor: bigint): bigint {
  return (dividend + divisor - 1n) / divisor;
}

function refusedSize(field: string, text: string, why: string) {
  const shown = JSON.stringify(text.slice(0, 80));
  return new VolumeEncryptionError(
    'invalid-input',
    `${field} ${shown} ${why}.`,
    { field },
  );
}
