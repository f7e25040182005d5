import type { Theme } from '@material-ui/core/styles';
import type { CoverageCounts } from 'backstage-plugin-volume-encryption-common';

/** What tells a part from the others where colours do not. */
export type Texture =
  'solid' | 'rising' | 'falling' | 'dots' | 'lines' | 'crossed';

/** A part of a bar or of an area, and a column of the table beside it. */
export interface CoveragePart {
  title: string;
  texture: Texture;
  colorOf: (palette: Theme['palette']) => string;
  countOf: (counts: CoverageCounts) => number;
}

/**
 * The volumes by how they are protected; together they are all of them. Only an
 * active volume with a customer's key is a full green.
 */
export const coverageParts: CoveragePart[] = [
  {
    title: 'Active',
    texture: 'solid',
    colorOf: ({ success }) => success.main,
    countOf: ({ states }) => states.active,
  },
  {
    title: 'Not active',
    texture: 'rising',
    colorOf: ({ success }) => success.light,
    // A provider's key is never seen active.
    countOf: ({ protections, states }) =>
      protections['volume/customer-key'] - states.active,
  },
  {
    title: "Provider's key",
    texture: 'lines',
    colorOf: ({ info }) => info.main,
    countOf: ({ protections }) => protections['volume/provider-key'],
  },
  {
    title: 'Disks only',
    texture: 'dots',
    colorOf: ({ info }) => info.light,
    countOf: ({ protections }) => protections['infrastructure-only'],
  },
  {
    title: 'Not encrypted',
    texture: 'crossed',
    colorOf: ({ error }) => error.main,
    countOf: ({ protections }) => protections.none,
  },
  {
    title: 'Unknown',
    texture: 'falling',
    colorOf: ({ grey }) => grey[500],
    countOf: ({ protections }) => protections.unknown,
  },
];
