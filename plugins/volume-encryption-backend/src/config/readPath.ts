import type { Section } from './Section';

/** Plain segments: what a Vault path can hold without being encoded. */
const PATH = /^[\w-]+(\/[\w-]+)*$/;

/** A path in Vault, without slashes at its ends; undefined when it is missing. */
export function readPath(section: Section, key: string): string | undefined {
  const path = section.optionalText(key)?.replace(/^\/+|\/+$/g, '');
  if (path !== undefined && !PATH.test(path)) {
    section.refuse(key, 'write letters, digits, "-", "_" and "/" only');
  }
  return path;
}
