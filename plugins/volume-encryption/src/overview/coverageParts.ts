import type { CoverageCounts } from 'backstage-plugin-volume-encryption-common';

/** A part of a bar, and a column of the table beside it. */
export interface CoveragePart {
  title: string;
  /** The same on light and dark. */
  color: string;
  countOf: (counts: CoverageCounts) => number;
}

/**
 * The volumes by how they are protected; together they are all of them. Only an
 * active volume with a customer's key is a full green.
 */
export const coverageParts: CoveragePart[] = [
  {
    title: 'Active',
    color: '#1b7f3b',
    countOf: ({ states }) => states.active,
  },
  {
    title: 'Not active',
    color: '#3f9aa5',
    // A provider's key is never seen active.
    countOf: ({ protections, states }) =>
      protections['volume/customer-key'] - states.active,
  },
  {
    title: "Provider's key",
    color: '#4a76a8',
    countOf: ({ protections }) => protections['volume/provider-key'],
  },
  {
    title: 'Disks only',
    color: '#9fb3c8',
    countOf: ({ protections }) => protections['infrastructure-only'],
  },
  {
    title: 'Not encrypted',
    color: '#c4273b',
    countOf: ({ protections }) => protections.none,
  },
  {
    title: 'Unknown',
    color: '#8c8c8c',
    countOf: ({ protections }) => protections.unknown,
  },
];
