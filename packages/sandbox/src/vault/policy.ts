import { at, Json, JsonObject } from '../wire/json';
import { messageOf, listOf, objectOf, textOf, textsOf } from '../wire/json';
import { refusal } from './answers';
import { Entity } from './tokens';

/** One `path` block of an ACL policy. With `allowed`, other parameters are refused. */
export interface PathRule {
  path: string;
  capabilities: string[];
  allowed?: JsonObject;
  required: string[];
}

const known = /^(create|read|update|patch|delete|list|sudo|deny)$/;
const lexeme = /#.*|"(?:\\.|[^"\\\n])*"|[{}[\],=]|[^\s{}[\],="#]+/g;
const broken = (why: string) => refusal(400, `failed to parse policy: ${why}`);

/** Reads the HCL of an ACL policy; throws 400 in Vault's words when it is no such text. */
export function parsePolicy(text: string): PathRule[] {
  return blocksOf(text).map(block => {
    const { allowed_parameters: its, required_parameters } = block;
    const path = textOf(block.path);
    const capabilities = textsOf(block.capabilities);
    const wrong = capabilities.find(it => !known.test(it));
    if (wrong) throw broken(`path "${path}": invalid capability "${wrong}"`);
    const allowed = its ? objectOf(its) : undefined;
    const required = textsOf(required_parameters);
    return { path, capabilities, allowed, required };
  });
}

/** Rewrites the blocks as JSON: `path "a" { b = "c" }` becomes `{"path":"a","b":"c"}`. */
function blocksOf(text: string): JsonObject[] {
  const lexemes = (text.match(lexeme) ?? []).filter(it => !it.startsWith('#'));
  const written = lexemes.map((it, i) => {
    const next = lexemes[i + 1] ?? ']';
    if (it === 'path') return '{"path":';
    if (it === '{' && lexemes[i - 2] === 'path') return ',';
    if (it === ',') return /[\]}]/.test(next) ? '' : ',';
    const word = /^[a-z_]+$/.test(it) ? `"${it}"` : it.replace('=', ':');
    const separate = !/[{[=]$/.test(it) && !/^[\]},={]/.test(next);
    return separate ? `${word},` : word;
  });
  try {
    const blocks: Json = JSON.parse(`[${written.join('')}]`);
    return listOf(blocks).map(objectOf);
  } catch (error) {
    throw broken(messageOf(error));
  }
}

/** Fills `{{identity.entity.…}}` of a path; one that has no value matches nothing. */
export function fillTemplate(rule: PathRule, entity?: Entity): PathRule {
  const alias = `identity.entity.aliases.${entity?.accessor}.`;
  const path = rule.path.replace(/\{\{(\S+)\}\}/g, (template, name: string) => {
    const field = name.replace(alias, '').split('.');
    return textOf(at({ ...entity }, ...field)) || template;
  });
  return { ...rule, path };
}

/** The rules of the exact path or else of the most specific pattern: they decide. */
export function decidingRules(rules: PathRule[], path: string) {
  const patterns = rules.map(rule => rule.path);
  const fitting = patterns.filter(it => matches(it, path)).sort(bySpecificity);
  const best = patterns.find(it => it === path) ?? fitting[0];
  return rules.filter(rule => rule.path === best);
}

/** What deciding rules allow together; a deny among them wins. */
export function capabilitiesOf(deciding: PathRule[]): string[] {
  const all = new Set(deciding.flatMap(rule => rule.capabilities));
  return all.size === 0 || all.has('deny') ? ['deny'] : [...all].sort();
}

/** Whether a body has the parameters that a rule requires, and none that it bars. */
export function parametersFit(rule: PathRule, body: JsonObject) {
  const { allowed, required } = rule;
  const given = Object.keys(body);
  const isAllowed = (name: string) => {
    const values = listOf(allowed?.[name]);
    const fits = values.length === 0 || values.includes(body[name] ?? null);
    return !allowed || (name in allowed && fits);
  };
  return required.every(it => given.includes(it)) && given.every(isAllowed);
}

const segment = /(?<=^|\/)\+(?=\/|$)/g;

function matches(pattern: string, path: string): boolean {
  const escaped = pattern.replace(/[.?^${}()|[\]\\]/g, '\\$&');
  const parts = escaped.replace(segment, '[^/]+').replace(/\*$/, '.*');
  return new RegExp(`^${parts}$`).test(path);
}

/** Most specific first, by the criteria of Vault's documentation on policies. */
function bySpecificity(one: string, other: string): number {
  const criteria = [
    (it: string) => it.match(/(?<=^|\/)\+(?=\/|$)|\*$/)?.index ?? Infinity,
    (it: string) => (it.endsWith('*') ? 0 : 1),
    (it: string) => -(it.match(segment)?.length ?? 0),
    (it: string) => it.length,
  ];
  const differing = criteria.find(of => of(one) !== of(other));
  return differing ? differing(other) - differing(one) : 0;
}
