import { at, textOf } from '../wire/json';
import { Stored } from './resources';
import { badRequest } from './status';

type Test = (object: Stored) => boolean;

const fields =
  /^(metadata\.(name|namespace)|involvedObject\.(kind|name|namespace|uid)|reason|type)$/;

/**
 * What `fieldSelector` and `labelSelector` of a query let through.
 *
 * @throws 400 for a selector the server would not read
 */
export function selectorOf(query: URLSearchParams): Test {
  const byField = split(query.get('fieldSelector')).map(fieldTest);
  const byLabel = split(query.get('labelSelector')).map(labelTest);
  const tests = [...byField, ...byLabel];
  return object => tests.every(test => test(object));
}

/** Splits at commas that are not inside a list of values. */
function split(selector: string | null): string[] {
  return (selector ?? '').split(/,(?![^(]*\))/).filter(Boolean);
}

function fieldTest(term: string): Test {
  const [, field, operator, wanted] =
    term.match(/^([^=!]+)(==?|!=)(.*)$/) ?? [];
  if (!fields.test(field)) {
    throw badRequest(`field label not supported: ${field ?? term}`);
  }
  const path = field.split('.');
  return object => {
    const equal = textOf(at(object, ...path)) === wanted;
    return operator === '!=' ? !equal : equal;
  };
}

function labelTest(term: string): Test {
  const label = (object: Stored, key: string) =>
    at(object, 'metadata', 'labels', key);
  const set = term.match(/^(\S+)\s+(in|notin)\s+\(([^)]*)\)$/);
  if (set) {
    const values = set[3].split(',').map(value => value.trim());
    return object => {
      const value = label(object, set[1]);
      const within = value !== undefined && values.includes(textOf(value));
      return set[2] === 'in' ? within : !within;
    };
  }
  const compared = term.match(/^([^=!\s]+)\s*(==?|!=)\s*(\S*)$/);
  if (compared) {
    const [, key, operator, wanted] = compared;
    return object => (label(object, key) === wanted) === (operator !== '!=');
  }
  const key = term.replace(/^!/, '');
  return object => (label(object, key) === undefined) === term.startsWith('!');
}
