import { at, textOf } from '../wire/json';
import { Stored } from './resources';

/** What `fieldSelector` and `labelSelector` of a query let through. */
export function selectorOf(query: URLSearchParams) {
  const terms = (name: string) =>
    (query.get(name) ?? '').split(/,(?![^(]*\))/).filter(Boolean);
  const fields = terms('fieldSelector');
  const labels = terms('labelSelector');
  return (object: Stored) =>
    fields.every(term => fieldFits(term, object)) &&
    labels.every(term => labelFits(term, object));
}

function fieldFits(term: string, object: Stored): boolean {
  const [, field = '', not, wanted] = term.match(/^([^=!]+)(!?)==?(.*)$/) ?? [];
  return (textOf(at(object, ...field.split('.'))) === wanted) === !not;
}

function labelFits(term: string, { metadata }: Stored): boolean {
  const [, absent, key, rest] = term.match(/^(!?)([^\s=!]+)\s*(.*)$/) ?? [];
  const label = at(metadata, 'labels', key);
  if (!rest) return (label === undefined) === Boolean(absent);
  const list = rest
    .replace(/^(notin|in|[!=]+)\s*\(?|\)$/g, '')
    .split(/\s*,\s*/);
  return list.includes(textOf(label)) === !/^(!=|notin)/.test(rest);
}
