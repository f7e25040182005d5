import { randomBytes, randomUUID } from 'node:crypto';
import { JsonObject, objectOf, textOf } from '../wire/json';
import { WireReply } from '../wire/serve';
import { Entity } from './entities';
import { decidingRules, fillTemplate, parsePolicy, PathRule } from './policy';
import { Seal } from './seal';
import { Token, TokenStore } from './tokens';

/** What is mounted at a path; `shown` is what `sys/` tells of it. */
export interface Mount {
  shown: JsonObject & { type: string; accessor: string };
  config: JsonObject;
  /** Of an auth method. */
  roles: Map<string, JsonObject>;
  /** Of KV version 2. */
  keys: Map<string, SecretKey>;
}

/** One key: its metadata as Vault shows it, and the values of its versions. */
export interface SecretKey {
  metadata: JsonObject;
  versions: Map<number, { stamp: JsonObject; data: JsonObject | null }>;
}

/** All the stand-in knows. Mounts go by their path without a last slash. */
export interface Vault {
  now: () => Date;
  seal: Seal;
  tokens: TokenStore;
  entities: Entity[];
  policies: Map<string, string>;
  mounts: Map<string, Mount>;
  auth: Map<string, Mount>;
}

/** A request that was let in. `segments` are what the pattern of its route caught. */
export interface Call {
  vault: Vault;
  path: string;
  segments: string[];
  query: URLSearchParams;
  body: JsonObject;
  token: Token;
}

/** Who answers, by operation and pattern of the path: `read sys/mounts`. */
export type Routes = Record<string, (call: Call) => WireReply>;

const defaultPolicy = `path "auth/token/lookup-self" { capabilities = ["read"] }
path "auth/token/renew-self" { capabilities = ["update"] }
path "auth/token/revoke-self" { capabilities = ["update"] }
path "sys/capabilities-self" { capabilities = ["update"] }`;

export function emptyVault(now: () => Date): Vault {
  const policies = { default: defaultPolicy, root: '' };
  return {
    now,
    seal: new Seal(),
    tokens: new TokenStore(now),
    entities: [],
    policies: new Map(Object.entries(policies)),
    mounts: new Map(),
    auth: new Map([['token', newMount('token', {})]]),
  };
}

export function newMount(type: string, given: JsonObject): Mount {
  const accessor = `${type}_${randomBytes(4).toString('hex')}`;
  const config = {
    default_lease_ttl: 0,
    force_no_cache: false,
    max_lease_ttl: 0,
  };
  const description = textOf(given.description);
  const options = given.options ? objectOf(given.options) : null;
  const rest = { config, uuid: randomUUID(), local: false, seal_wrap: false };
  const shown = { type, accessor, description, options, ...rest };
  return { shown, config: {}, roles: new Map(), keys: new Map() };
}

export const isRoot = (token: Token) => token.policies.includes('root');

/** The rules that decide on a path for a token, by its policies as they read now. */
export function rulesFor(
  { entities, policies }: Vault,
  token: Token,
  [path, list]: [path: string, list?: boolean],
): PathRule[] {
  const entity = entities.find(it => it.id === token.entity_id);
  const rules = token.policies
    .flatMap(name => parsePolicy(policies.get(name) ?? ''))
    .map(rule => fillTemplate(rule, entity));
  return decidingRules(rules, path, list);
}
