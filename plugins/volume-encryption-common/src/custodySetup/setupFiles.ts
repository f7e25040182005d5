import type { CustodySetup } from '../contract/api';
import type { PolicyRule } from '../vaultPolicy/policyRule';
import { custodianRights } from './custodianRights';
import { portalRights } from './portalRights';
import { renderPolicy } from './renderPolicy';
import {
  ACCESSOR_WORDS,
  CUSTODIAN_POLICY,
  type SetupAccessors,
  type SetupPlace,
} from './SetupPlace';
import { accountRole, tokenRole } from './setupRoles';
import { accountRules, tokenRules } from './tenantRules';

type File = CustodySetup['files'][number];

/** Names of the files of a set-up. */
export function setupFileNames({ names, cluster }: SetupPlace) {
  const { authMount, role, policy } = names.ofCluster(cluster);
  return {
    accountPolicy: `${policy}.hcl`,
    tokenPolicy: `${names.tokenPolicy}.hcl`,
    portalPolicy: `${names.portalPolicy}.hcl`,
    custodianPolicy: `${CUSTODIAN_POLICY}.hcl`,
    accountRole: `${authMount.replaceAll('/', '-')}-role-${role}.json`,
    tokenRole: `token-role-${names.tokenRole}.json`,
  };
}

/** Policies and roles, as an administrator gives them to the KMS. */
export function setupFiles(
  place: SetupPlace,
  accessors: SetupAccessors,
): File[] {
  const name = setupFileNames(place);
  return [
    policyFile(name.accountPolicy, aboutAccounts(place, accessors)),
    policyFile(name.tokenPolicy, aboutTokens(place, accessors)),
    policyFile(name.portalPolicy, aboutPortal(place)),
    policyFile(name.custodianPolicy, aboutCustodian(place)),
    {
      name: name.accountRole,
      title: `Role that tenants of cluster ${place.cluster} log in to with a ServiceAccount`,
      content: json(accountRole(place)),
    },
    {
      name: name.tokenRole,
      title: "Role that tenants' tokens are made from, those of all clusters",
      content: json(tokenRole(place)),
    },
  ];
}

interface AboutPolicy {
  title: string;
  heading: string[];
  rules: PolicyRule[];
}

function policyFile(
  name: string,
  { title, heading, rules }: AboutPolicy,
): File {
  return { name, title, content: renderPolicy([title, ...heading], rules) };
}

function json(settings: object): string {
  return `${JSON.stringify(settings, undefined, 2)}\n`;
}

function aboutAccounts(
  place: SetupPlace,
  accessors: SetupAccessors,
): AboutPolicy {
  const word = accessors.kubernetes ? [] : [toReplace('kubernetes')];
  return {
    title: `What tenants of cluster ${place.cluster} may do with their ServiceAccount`,
    heading: [
      'One policy serves all: the namespace is what the KMS has learned from the API',
      "server, so none can name another's. For KV version 2.",
      ...word,
    ],
    rules: accountRules(place, accessors),
  };
}

function aboutTokens(
  place: SetupPlace,
  accessors: SetupAccessors,
): AboutPolicy {
  const word = accessors.token ? [] : [toReplace('token')];
  return {
    title: 'What tenants may do with their token',
    heading: [
      "The tenant's id is the alias of its token. For KV version 2.",
      ...word,
    ],
    rules: tokenRules(place, accessors),
  };
}

function aboutPortal(place: SetupPlace): AboutPolicy {
  return {
    title: 'What the portal may do',
    heading: [
      'It prepares tenants and watches over their keys without being able to read one.',
      'For a periodic orphan token without the policy "default". What is for tokens at',
      'the end can be left out where every tenant uses "vaulttenantsa".',
    ],
    rules: portalRights(place),
  };
}

function aboutCustodian(place: SetupPlace): AboutPolicy {
  return {
    title: 'What the credential may do that destroys keys',
    heading: [
      'Whoever has it cannot read a key, but can lose every one of them: leave it out',
      'where nobody is to do that from the portal.',
    ],
    rules: custodianRights(place),
  };
}

function toReplace(mount: 'kubernetes' | 'token'): string {
  return `${ACCESSOR_WORDS[mount]}: the accessor of the auth mount, to be put in.`;
}
