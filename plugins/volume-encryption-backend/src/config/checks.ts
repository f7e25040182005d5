import { isDnsLabel } from 'backstage-plugin-volume-encryption-common';
import type { Section } from './Section';

/** Of `maxConnections`: more would exhaust the ports of the portal's host. */
export const CONNECTIONS = { most: 1000, otherwise: 16 };

/** Refuses names that are no DNS label or that an earlier section has. */
export function checkNames(
  sections: Section[],
  named: readonly { name: string }[],
): void {
  const taken = new Set<string>();
  sections.forEach((section, index) => {
    const { name } = named[index];
    if (name && !isDnsLabel(name)) {
      section.refuse(
        'name',
        'write a DNS label: lower-case letters, digits and "-", beginning and ending with a letter or digit, at most 63 characters',
      );
    }
    if (name && taken.has(name)) {
      section.refuse('name', `"${name}" is taken already, write another name`);
    }
    taken.add(name);
  });
}

/** Refuses what is not an address over HTTP, or has credentials in it. */
export function checkAddress(
  section: Section,
  key: string,
  address: string,
): void {
  if (!address) return;
  if (/\s/.test(address)) {
    // The URL parser would take it, and the clients would not.
    section.refuse(key, 'write the address without white space');
    return;
  }
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    section.refuse(key, 'write an address with http:// or https://');
  } else if (url.username || url.password || url.search || url.hash) {
    section.refuse(
      key,
      'write the address only, without user, password, query or fragment',
    );
  }
}

/**
 * Which one of `choices` the section has; undefined, with a problem told, when
 * it has none or several.
 */
export function onlyOneOf<T extends string>(
  section: Section,
  choices: readonly T[],
): T | undefined {
  const given = choices.filter(choice => section.has(choice));
  if (given.length === 1) return given[0];
  const found = given.length ? `found ${given.join(' and ')}` : 'found none';
  section.refuse('', `give exactly one of ${choices.join(', ')}; ${found}`);
  return undefined;
}

/** Refuses keys that mean nothing there. */
export function checkKeys(
  section: Section,
  allowed: readonly string[],
  context = 'here',
): void {
  for (const key of section.keys()) {
    if (!allowed.includes(key)) {
      section.refuse(key, `has no meaning ${context}, remove it`);
    }
  }
}
