import { Json, JsonObject, objectOf, textsOf } from '../wire/json';
import { refusal } from './answers';

/** One `path` block of a policy. Parameters not named in `allowed` are refused when it is set. */
export interface PathRule {
  path: string;
  capabilities: string[];
  allowed?: JsonObject;
  denied: JsonObject;
  required: string[];
}

const known =
  'create read update patch delete list sudo deny subscribe recover';
const lexeme =
  /#.*|\/\/.*|\/\*[^]*?\*\/|"(?:\\.|[^"\\\n])*"|[{}[\],=]|[^\s{}[\],="#]+/g;

/**
 * Reads the HCL of an ACL policy: `path "…" { capabilities = […] … }`.
 *
 * @throws 400 in Vault's words when it is no such text
 */
export function parsePolicy(text: string): PathRule[] {
  const lexemes = (text.match(lexeme) ?? []).filter(
    it => !/^(#|\/\/|\/\*)/.test(it),
  );
  const rules: PathRule[] = [];
  while (lexemes.length > 0) {
    if (lexemes.shift() !== 'path') throw broken('expected a path block');
    const path = String(valueFrom(lexemes));
    rules.push(ruleOf(path, objectOf(valueFrom(lexemes))));
  }
  return rules;
}

function ruleOf(path: string, block: JsonObject): PathRule {
  const capabilities = textsOf(block.capabilities);
  const unknown = capabilities.find(it => !known.split(' ').includes(it));
  if (unknown) {
    throw broken(`path "${path}": invalid capability "${unknown}"`);
  }
  return {
    path,
    capabilities,
    ...(block.allowed_parameters && {
      allowed: objectOf(block.allowed_parameters),
    }),
    denied: objectOf(block.denied_parameters),
    required: textsOf(block.required_parameters),
  };
}

function valueFrom(lexemes: string[]): Json {
  const first = lexemes.shift();
  if (first === undefined) throw broken('the text ends too early');
  if (first === '{') return objectFrom(lexemes);
  if (first === '[') return listFrom(lexemes);
  if (first.startsWith('"')) return JSON.parse(first);
  if (/^(true|false|\d+)$/.test(first)) return JSON.parse(first);
  throw broken(`unexpected ${first}`);
}

function listFrom(lexemes: string[]): Json[] {
  const list: Json[] = [];
  while (lexemes[0] !== ']') {
    list.push(valueFrom(lexemes));
    if (lexemes[0] === ',') lexemes.shift();
  }
  lexemes.shift();
  return list;
}

function objectFrom(lexemes: string[]): JsonObject {
  const fields: JsonObject = {};
  while (lexemes[0] !== '}') {
    const key = lexemes.shift() ?? '';
    if (lexemes.shift() !== '=') throw broken(`expected = after ${key}`);
    fields[key.replace(/^"|"$/g, '')] = valueFrom(lexemes);
    if (lexemes[0] === ',') lexemes.shift();
  }
  lexemes.shift();
  return fields;
}

const broken = (why: string) => refusal(400, `failed to parse policy: ${why}`);
