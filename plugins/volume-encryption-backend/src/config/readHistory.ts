import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { checkKeys } from './checks';
import type { Section } from './Section';
import type { HistoryConfig } from './types';

/** More than a year, so that a year can be looked at as a whole. */
const DAYS = { most: 3650, otherwise: 400 };

/** The section `history`, or what holds without it. */
export function readHistory(section: Section | undefined): HistoryConfig {
  if (!section) return { days: DAYS.otherwise };
  checkKeys(section, ['days', 'platformTeam']);
  return {
    days: section.count('days', DAYS),
    platformTeam: readTeam(section),
  };
}

function readTeam(section: Section): string | undefined {
  const team = section.optionalText('platformTeam');
  if (team === undefined) return undefined;
  try {
    return stringifyEntityRef(parseEntityRef(team));
  } catch {
    section.refuse(
      'platformTeam',
      'write an entity ref with its kind, such as group:default/platform',
    );
    return undefined;
  }
}
