import type { ChangeSeen } from './ChangeSeen';

type Answers = Readonly<Record<string, number>>;

/** How bad an answer is; what is not told of is not here. */
const BADNESS: Readonly<Partial<Record<ChangeSeen['what'], Answers>>> = {
  protection: {
    'volume/customer-key': 0,
    'volume/provider-key': 1,
    'infrastructure-only': 2,
    unknown: 3,
    none: 4,
  },
  remount: { ready: 0, unknown: 1, 'at-risk': 2, blocked: 3 },
  credential: {
    live: 0,
    expiring: 2,
    foreign: 2,
    ...{ missing: 3, expired: 3, lost: 3, refused: 3 },
  },
  kms: { serving: 0, unreachable: 2, sealed: 3, uninitialised: 3 },
  cluster: { read: 0, unread: 2 },
};

/** From here on something is wrong. */
const WRONG = 2;

/**
 * Whether a change is for the worse, or for the better; undefined where nobody
 * needs to be told: at first sight, and between answers that are both well.
 */
export function directionOf({
  what,
  from = '',
  to = '',
}: Pick<ChangeSeen, 'what' | 'from' | 'to'>): 'worse' | 'better' | undefined {
  const badness = BADNESS[what];
  const before = badness?.[from];
  const now = badness?.[to];
  if (before === undefined || now === undefined || now === before) {
    return undefined;
  }
  if (now > before) {
    return now >= WRONG || what === 'protection' ? 'worse' : undefined;
  }
  return before >= WRONG ? 'better' : undefined;
}
