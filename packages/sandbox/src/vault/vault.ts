import { randomBytes, randomUUID } from 'node:crypto';
import { JsonObject, objectOf } from '../wire/json';
import { WireReply } from '../wire/serve';
import { capabilitiesOn } from './accessControl';
import { Entities, fillTemplate } from './entities';
import { parsePolicy, PathRule } from './policyText';
import { Seal } from './seal';
import { Token, TokenStore } from './tokens';

/** A secrets engine or auth method that is mounted. `content` belongs to the engine. */
export interface Mount<Content = unknown> {
  type: string;
  accessor: string;
  description: string;
  options: JsonObject | null;
  uuid: string;
  content: Content;
}

export interface KubernetesAuth {
  config: JsonObject;
  roles: Map<string, JsonObject>;
}

export interface SecretVersion {
  data: JsonObject | null;
  createdTime: string;
  deletionTime: string;
  destroyed: boolean;
  createdBy: JsonObject;
  deletedBy: JsonObject | null;
}

/** One key of KV v2; `versions` by number, oldest first. */
export interface SecretKey {
  createdTime: string;
  updatedTime: string;
  lastUpdatedBy: JsonObject;
  settings: JsonObject;
  current: number;
  versions: Map<number, SecretVersion>;
}

export interface KeyValue {
  config: JsonObject;
  keys: Map<string, SecretKey>;
}

/** All the stand-in Vault knows. */
export interface Vault {
  now: () => Date;
  seal: Seal;
  tokens: TokenStore;
  entities: Entities;
  policies: Map<string, string>;
  tokenRoles: Map<string, JsonObject>;
  mounts: Map<string, Mount<KeyValue>>;
  auth: Map<string, Mount<KubernetesAuth>>;
}

/** A request that was let in. `segments` are what its route's pattern caught. */
export interface Call {
  vault: Vault;
  path: string;
  segments: string[];
  query: URLSearchParams;
  body: JsonObject;
  token: Token;
}

export type Operation = 'read' | 'list' | 'write' | 'delete';
export type Handler = (call: Call) => WireReply | Promise<WireReply>;

/** One path of Vault: who answers which operation. */
export interface Route {
  path: RegExp;
  on: Partial<Record<Operation, Handler>>;
  /** Whether the object is there already: then a write is an update, else a create. */
  exists?: (call: Call) => boolean;
}

const defaultPolicy = ['lookup-self:read', 'renew-self:update']
  .concat('revoke-self:update')
  .map(it => it.split(':'))
  .map(
    ([name, can]) => `path "auth/token/${name}" { capabilities = ["${can}"] }`,
  )
  .concat('path "sys/capabilities-self" { capabilities = ["update"] }')
  .join('\n');

export function emptyVault(now: () => Date): Vault {
  return {
    now,
    seal: new Seal(),
    tokens: new TokenStore(now),
    entities: new Entities(),
    policies: new Map([
      ['default', defaultPolicy],
      ['root', ''],
    ]),
    tokenRoles: new Map(),
    mounts: new Map(),
    auth: new Map([
      ['token', newMount('token', { config: {}, roles: new Map() })],
    ]),
  };
}

export function newMount<Content>(
  type: string,
  content: Content,
  given: JsonObject = {},
): Mount<Content> {
  return {
    type,
    accessor: `${type === 'kv' ? 'kv' : `auth_${type}`}_${randomBytes(4).toString('hex')}`,
    description: String(given.description ?? ''),
    options: given.options ? objectOf(given.options) : null,
    uuid: randomUUID(),
    content,
  };
}

/** The rules of a token's policies as they read now, with its entity filled in. */
export function rulesOf(vault: Vault, token: Token): PathRule[] {
  const entity = vault.entities.byId(token.entityId);
  return token.policies
    .flatMap(name => parsePolicy(vault.policies.get(name) ?? ''))
    .flatMap(rule => {
      const path = fillTemplate(rule.path, entity);
      return path === undefined ? [] : [{ ...rule, path }];
    });
}

export function capabilitiesOf(vault: Vault, token: Token, path: string) {
  if (token.policies.includes('root')) return ['root'];
  return capabilitiesOn(rulesOf(vault, token), path);
}
