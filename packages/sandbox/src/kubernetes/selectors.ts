import { at, textOf } from '../wire/json';
import { Stored } from './resources';
import { badRequest } from './status';

type Test = (object: Stored) => boolean;

/** What `fieldSelector` and `labelSelector` of a query let through. */
export function selectorOf(query: URLSearchParams): Test {
  const terms = (name: string) =>
    (query.get(name) ?? '').split(/,(?![^(]*\))/).filter(Boolean);
  const byField = terms('fieldSelector').map(fieldTest);
  const tests = [...byField, ...terms('labelSelector').map(labelTest)];
  return object => tests.every(test => test(object));
}

const fields =
  /^(metadata\.(name|namespace)|involvedObject\.(kind|name|namespace|uid)|reason|type)$/;

function fieldTest(term: string): Test {
  const [, field, not, wanted] = term.match(/^([^=!]+)(!?)==?(.*)$/) ?? [];
  if (!fields.test(field))
    throw badRequest(`field label not supported: ${field}`);
  return it => (textOf(at(it, ...field.split('.'))) === wanted) === !not;
}

function labelTest(term: string): Test {
  const [, absent, key, rest] = term.match(/^(!?)([^\s=!]+)\s*(.*)$/) ?? [];
  const label = (it: Stored) => at(it, 'metadata', 'labels', key);
  if (!rest) return it => (label(it) === undefined) === Boolean(absent);
  const not = /^(!=|notin)/.test(rest);
  const list = rest.replace(/^(notin|in|[!=]+)\s*\(?|\)$/g, '');
  const wanted = list.split(/\s*,\s*/);
  return it => wanted.includes(textOf(label(it))) === !not;
}
