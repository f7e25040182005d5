import type { SetupObject } from '../contract/api';
import { isVolumeEncryptionError } from '../contract/errors';
import type { Observed } from '../observation/observed';
import type { PolicyRule } from '../vaultPolicy/policyRule';
import { authConfigSettings } from './authConfigSettings';
import { accountRoleSettings, tokenRoleSettings } from './expectedSettings';
import { accessorsIn, type FoundSetup } from './FoundSetup';
import { policyDifferences } from './policyDifferences';
import type { SetupPlace } from './SetupPlace';
import {
  judgeSettings,
  type ExpectedSetting,
  type Settings,
} from './settingDifferences';
import {
  asRead,
  differing,
  missing,
  notJudged,
  notNeeded,
  unread,
} from './setupObject';
import { setupPaths } from './setupPaths';
import { accountRules, tokenRules } from './tenantRules';

/**
 * How each object of the set-up is, compared with how it has to be. What could
 * not be read is `unread`, and what could be read and not compared `not-judged`;
 * neither is ever as expected.
 *
 * @public
 */
export function custodyDrift(
  place: SetupPlace,
  found: FoundSetup,
): SetupObject[] {
  const path = setupPaths(place);
  const accessors = accessorsIn(found, place);
  return [
    authMount(place, found),
    settings(path.authConfig, found.authConfig, it =>
      authConfigSettings(it, place, found.apiServer),
    ),
    settings(path.accountRole, found.accountRole, () =>
      accountRoleSettings(place),
    ),
    policy(path.accountPolicy, found.accountPolicy, {
      rules: accountRules(place, accessors),
      accessor: accessors.kubernetes,
      auth: found.authMounts,
    }),
    forTokens(
      place,
      settings(path.tokenRole, found.tokenRole, () => tokenRoleSettings(place)),
    ),
    forTokens(
      place,
      policy(path.tokenPolicy, found.tokenPolicy, {
        rules: tokenRules(place, accessors),
        accessor: accessors.token,
        auth: found.authMounts,
      }),
    ),
  ];
}

/** What is for tokens may be left out where no tenant has one. */
function forTokens(
  { withoutTokens }: SetupPlace,
  judgement: SetupObject,
): SetupObject {
  return withoutTokens && judgement.state === 'missing'
    ? notNeeded(judgement.object)
    : judgement;
}

interface ExpectedPolicy {
  rules: PolicyRule[];
  /** Of the auth mount that the rules name, where it is known. */
  accessor?: string;
  auth: FoundSetup['authMounts'];
}

function authMount(
  { names, cluster }: SetupPlace,
  { authMounts }: FoundSetup,
): SetupObject {
  const path = names.ofCluster(cluster).authMount;
  const object = `auth/${path}`;
  if (authMounts.status === 'unknown') return unread('sys/auth', authMounts);
  const type = authMounts.value.find(it => it.path === path)?.type;
  if (type === undefined) return missing(object);
  const lines =
    type === 'kubernetes'
      ? []
      : [{ where: 'type', expected: 'kubernetes', actual: type }];
  return asRead(object, lines);
}

function policy(
  object: string,
  found: Observed<string | undefined>,
  { rules, accessor, auth }: ExpectedPolicy,
): SetupObject {
  const isThere = found.status === 'observed' && found.value !== undefined;
  if (isThere && accessor === undefined) {
    return auth.status === 'unknown'
      ? unread(object, auth, 'sys/auth')
      : differing(
          object,
          [],
          'Its auth mount is missing, which it has to name.',
        );
  }
  return judged(object, found, text => {
    const lines = linesOf(rules, text);
    return typeof lines === 'string'
      ? differing(object, [], lines)
      : asRead(object, lines);
  });
}

/** @returns why not, where the policy is not understood */
function linesOf(rules: PolicyRule[], text: string) {
  try {
    return policyDifferences(rules, text);
  } catch (error) {
    if (isVolumeEncryptionError(error)) return error.message;
    throw error;
  }
}

function settings(
  object: string,
  found: Observed<Settings | undefined>,
  expectedOf: (value: Settings) => ExpectedSetting[],
): SetupObject {
  return judged(object, found, value => {
    const { lines, ...open } = judgeSettings(expectedOf(value), value);
    return lines.length === 0 && open.untold.length > 0
      ? notJudged(object, open)
      : asRead(object, lines);
  });
}

function judged<T>(
  object: string,
  found: Observed<T | undefined>,
  judge: (value: T) => SetupObject,
): SetupObject {
  if (found.status === 'unknown') return unread(object, found);
  return found.value === undefined ? missing(object) : judge(found.value);
}
