import type { ChangeSeen, News } from './ChangeSeen';
import { directionOf } from './directionOf';
import { nextStepOf, placeAndPast, predicateOf, subjectOf } from './newsWords';

/** So many alike are told one by one; more in one message. */
const ONE_BY_ONE = 3;

const TOPICS = {
  volume: 'volumes',
  tenant: 'credentials',
  kms: 'sources',
  cluster: 'sources',
} as const;

/** Somebody who is to be told of some changes that are alike. */
interface Audience {
  recipients: string[];
  /** Of a KMS: how many of their volumes it concerns. */
  volumes?: number;
  entity?: string;
}

/**
 * What to tell of the changes of one look, and whom: the owner of a volume, or
 * the platform team where it has none; of a tenant's credential both; of a
 * cluster or a KMS the platform team, and of a KMS that gives out no key also
 * the owners of volumes with keys in it. Many changes alike are one message.
 *
 * @param platformTeam - an entity ref, if one is configured
 * @public
 */
export function newsOf(
  changes: readonly ChangeSeen[],
  platformTeam: string | undefined,
): News[] {
  const folds = new Map<string, { audience: Audience; of: ChangeSeen[] }>();
  for (const change of changes) {
    if (directionOf(change) === undefined) continue;
    for (const audience of audiencesOf(change, platformTeam)) {
      const key = foldOf(change, audience);
      const fold = folds.get(key);
      if (fold) fold.of.push(change);
      else folds.set(key, { audience, of: [change] });
    }
  }
  return [...folds.values()].flatMap(({ audience, of }) =>
    of.length > ONE_BY_ONE
      ? [messageOfMany(of, audience)]
      : of.map(it => messageOf(it, audience)),
  );
}

function audiencesOf(
  { kind, to = '', from = '', owner, owners = [], entities }: ChangeSeen,
  platformTeam: string | undefined,
): Audience[] {
  const platform = platformTeam ? [platformTeam] : [];
  switch (kind) {
    case 'volume':
      return someone(owner ? [owner] : platform, entities.at(0));
    case 'tenant':
      return someone(
        [...new Set([...(owner ? [owner] : []), ...platform])],
        entities.at(0),
      );
    case 'kms':
      return [
        ...someone(platform),
        ...(givesNoKey(to) || givesNoKey(from)
          ? owners
              .filter(it => it.owner !== platformTeam)
              .map(({ owner: one, ...its }) => ({ recipients: [one], ...its }))
          : []),
      ];
    default:
      return someone(platform);
  }
}

function someone(recipients: string[], entity?: string): Audience[] {
  return recipients.length > 0 ? [{ recipients, entity }] : [];
}

/** That it is not reached by the portal blocks nobody. */
function givesNoKey(state: string): boolean {
  return state === 'sealed' || state === 'uninitialised';
}

function foldOf(change: ChangeSeen, { recipients }: Audience): string {
  const { kind, what, to, reasons } = change;
  const single = kind === 'kms' || kind === 'cluster' ? scopeOf(change) : '';
  return JSON.stringify([kind, what, to, reasons[0], single, recipients]);
}

function messageOf(change: ChangeSeen, audience: Audience): News {
  return {
    ...commonOf(change, audience),
    title: `${subjectOf(change)} ${predicateOf(change)}`,
    description: sentences(
      placeAndPast(change),
      concernOf(change, audience),
      stepOf(change),
    ),
    scope: scopeOf(change),
    isOfMany: false,
  };
}

function messageOfMany(changes: ChangeSeen[], audience: Audience): News {
  const [change] = changes;
  const things = change.kind === 'tenant' ? 'credentials' : 'volumes';
  return {
    ...commonOf(change, audience),
    title: `${changes.length} ${things}: each ${predicateOf(change)}`,
    description: sentences(`One of them: ${nameOf(change)}.`, stepOf(change)),
    scope: JSON.stringify(['many', change.kind, change.what, change.reasons]),
    isOfMany: true,
  };
}

function commonOf(
  change: ChangeSeen,
  { recipients, entity }: Audience,
): Pick<News, 'recipients' | 'entity' | 'topic' | 'severity' | 'about'> {
  return {
    recipients,
    entity,
    topic: TOPICS[change.kind],
    severity: severityOf(change),
    about: change,
  };
}

function severityOf(change: ChangeSeen): News['severity'] {
  if (directionOf(change) === 'better') return 'low';
  const isMild = ['at-risk', 'expiring', 'unread', 'unreachable', 'unknown'];
  return isMild.includes(change.to ?? '') ? 'normal' : 'high';
}

function concernOf({ to = '' }: ChangeSeen, { volumes }: Audience): string {
  if (volumes === undefined) return '';
  const keys = `${volumes} of your volumes ${volumes === 1 ? 'has its key' : 'have their keys'} there`;
  return givesNoKey(to)
    ? `${keys}, and none of them mounts anew until it gives out keys.`
    : `${keys}.`;
}

/** Where it was said what to do, it is not said again that it is done. */
function stepOf(change: ChangeSeen): string {
  return directionOf(change) === 'worse' ? nextStepOf(change) : '';
}

function nameOf({ cluster, namespace, claim }: ChangeSeen): string {
  return [cluster, namespace, claim].filter(Boolean).join('/');
}

/** The same for each answer about a subject. */
function scopeOf(change: ChangeSeen): string {
  const { kind, cluster, namespace, claim, custody, kms, what } = change;
  const at = kind === 'volume' ? [cluster, namespace, claim] : [cluster, kms];
  const of = kind === 'tenant' ? [cluster, namespace, custody, kms] : at;
  return JSON.stringify([kind, ...of, what]);
}

function sentences(...parts: string[]): string {
  return parts.filter(Boolean).join(' ');
}
