import { JsonObject, textOf } from '../wire/json';
import { WireReply, WireRequest } from '../wire/serve';
import { decidingRules, fillTemplate, parsePolicy } from './policy';
import { Seal } from './seal';
import { Token, TokenStore } from './tokens';

/** One key: its metadata as Vault shows it, and the values of its versions. */
export interface SecretKey {
  metadata: JsonObject;
  versions: Map<number, { stamp: JsonObject; data: JsonObject | null }>;
}

/** All the stand-in knows. */
export interface Vault {
  now: () => Date;
  seal: Seal;
  tokens: TokenStore;
  /** What was set up, by its path: mounts, policies, roles, configurations. */
  documents: Map<string, JsonObject>;
  /** The keys of KV version 2, by mount and name. */
  keys: Map<string, SecretKey>;
}

/** A request that was let in. `segments` are what the pattern of its route caught. */
export interface Call extends Pick<WireRequest, 'query' | 'body'> {
  vault: Vault;
  path: string;
  segments: string[];
  token: Token;
}

/** Who answers, by operation and pattern of the path: `read sys/mounts`. */
export type Routes = Record<string, (call: Call) => WireReply>;

export const isRoot = (token: Token) => token.policies.includes('root');

/** The rules that decide on a path for a token, by its policies as they read now. */
export function rulesFor(vault: Vault, token: Token, path: string) {
  const { tokens, documents } = vault;
  const entity = tokens.entities.find(it => it.id === token.entity_id);
  const rules = token.policies
    .map(name => documents.get(`sys/policies/acl/${name}`)?.policy)
    .flatMap(policy => parsePolicy(textOf(policy)))
    .map(rule => fillTemplate(rule, entity));
  return decidingRules(rules, path);
}
