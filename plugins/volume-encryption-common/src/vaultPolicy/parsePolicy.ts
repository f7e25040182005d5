import type { PolicyRule, PolicyValue } from './policyRule';
import { notUnderstood, policyTokens } from './policyTokens';
import { TokenReader } from './TokenReader';

/** What a rule of before Vault 0.5 says by `policy` (Vault vault/policy.go). */
const OLD_POLICIES: Record<string, readonly string[]> = {
  deny: ['deny'],
  read: ['read', 'list'],
  write: ['create', 'read', 'update', 'delete', 'list'],
  sudo: ['create', 'read', 'update', 'delete', 'list', 'sudo'],
};

/**
 * The rules of an ACL policy in HCL, in its order. Throws `invalid-input` that
 * names the line which is not understood; policies in JSON are not.
 *
 * @public
 */
export function parsePolicy(text: string): PolicyRule[] {
  const tokens = new TokenReader(policyTokens(text));
  const rules: PolicyRule[] = [];
  while (!tokens.isAt('end')) {
    const { value, line } = tokens.next();
    if (value === 'name' && tokens.skips('=')) tokens.expect('text');
    else if (value === 'path') rules.push(ruleIn(tokens, line));
    else throw notUnderstood(line);
  }
  return rules;
}

function ruleIn(tokens: TokenReader, line: number): PolicyRule {
  const path = tokens.expect('text').value.replace(/^\//, '');
  if (!tokens.skips('{')) throw notUnderstood(line);
  const { capabilities, policy, ...restrictions } = blockIn(tokens);
  const old = typeof policy === 'string' ? (OLD_POLICIES[policy] ?? []) : [];
  const named = Array.isArray(capabilities) ? capabilities.map(String) : [];
  return { path, capabilities: [...old, ...named], restrictions, line };
}

/** What stands between braces, of which the first was read. */
function blockIn(tokens: TokenReader): Record<string, PolicyValue> {
  const block: Record<string, PolicyValue> = {};
  while (!tokens.skips('}')) {
    const { kind, value: name, line } = tokens.next();
    if (kind !== 'word' && kind !== 'text') throw notUnderstood(line);
    tokens.skips('=');
    block[name] = valueIn(tokens);
    tokens.skips(',');
  }
  return block;
}

function valueIn(tokens: TokenReader): PolicyValue {
  if (tokens.skips('{')) return blockIn(tokens);
  if (tokens.skips('[')) return listIn(tokens);
  const { kind, value, line } = tokens.next();
  if (kind === 'text') return value;
  if (kind === 'number') return Number(value);
  if (value === 'true' || value === 'false') return value === 'true';
  throw notUnderstood(line);
}

function listIn(tokens: TokenReader): PolicyValue[] {
  const list: PolicyValue[] = [];
  while (!tokens.skips(']')) {
    list.push(valueIn(tokens));
    tokens.skips(',');
  }
  return list;
}
