import type { Settings } from '../custodySetup/settingDifferences';
import { setupPaths } from '../custodySetup/setupPaths';
import { valueOf, type Observed } from '../observation/observed';
import { compareApiServers } from './apiServers';
import {
  derivedLogin,
  type DerivedLogin,
  type ReadSetup,
} from './derivedLogin';

/** Where else than at its own cluster's auth mount an account can log in. */
export interface OtherLogins {
  logins: DerivedLogin[];
  /** Of each of them, what is wrong. */
  shared: string[];
  /** Why it is not known whether there are more, or what they give. */
  doubts: string[];
}

/**
 * The logins that an account of `own` has by the set-ups of other clusters: the
 * API server that an auth mount asks says nothing of clusters, so that one which
 * two mounts ask lets its accounts in at both.
 */
export function otherLogins(
  own: ReadSetup,
  others: readonly ReadSetup[],
  namespace: string,
): OtherLogins {
  const found: OtherLogins = { logins: [], shared: [], doubts: [] };
  for (const other of others.filter(it => hasLogin(own, it))) {
    const answer = asked(own, other);
    if (typeof answer === 'object') found.doubts.push(answer.doubt);
    if (answer !== 'same') continue;
    found.shared.push(inWords(own, other));
    // That it asks this API server is what is wrong with its configuration.
    const known = [setupPaths(other.place).authConfig];
    const login = derivedLogin(other, namespace, known);
    if (login.doubt !== undefined) found.doubts.push(login.doubt);
    if ('capabilitiesOf' in login) found.logins.push(login);
  }
  return found;
}

/** None where there is no role; by the same role nothing more is to be had. */
function hasLogin(own: ReadSetup, { place, found }: ReadSetup): boolean {
  const isOwn =
    setupPaths(place).accountRole === setupPaths(own.place).accountRole;
  return !isOwn && !isAbsent(found.accountRole) && !isAbsent(found.authConfig);
}

function isAbsent(fact: Observed<Settings | undefined>): boolean {
  return fact.status === 'observed' && fact.value === undefined;
}

function asked(
  own: ReadSetup,
  other: ReadSetup,
): ReturnType<typeof compareApiServers> {
  const mounts = [mountOf(own), mountOf(other)] as const;
  if (mounts[0] === mounts[1]) return 'same';
  const [its, others] = [own, other].map(it => valueOf(it.found.authConfig));
  if (its && others) return compareApiServers(its, others, mounts);
  return {
    doubt: `Whether ${mounts.join(' and ')} ask one API server who logs in is not known: ${mounts[1]}/config could not be read.`,
  };
}

function mountOf({ place: { names, cluster } }: ReadSetup): string {
  return `auth/${names.ofCluster(cluster).authMount}`;
}

function inWords(own: ReadSetup, other: ReadSetup): string {
  const [its, others] = [mountOf(own), mountOf(other)];
  const clusters = `"${own.place.cluster}" and "${other.place.cluster}"`;
  return its === others
    ? `Tenants of the clusters ${clusters} log in at one auth mount, ${its}, so that accounts of the one get by the role of the other what is its tenants'. Give each cluster an auth mount of its own.`
    : `${its} and ${others} ask the same API server who logs in, though they are for the clusters ${clusters}: its accounts get at either what is of namesakes on the other. Correct kubernetes_host and kubernetes_ca_cert of the one that is wrong.`;
}
