import type { Impact, Mender, VolumeFinding } from '../contract/api';

/** What a finding of some code means, who can mend it, and how. */
export interface Remedy {
  about: VolumeFinding['about'];
  mender: Mender;
  nextStep: string;
  /** Where its severity does not say it: an error blocks, a warning is a risk. */
  impact?: Impact;
}

/** Remedies by code, such as `{ 'kms-sealed': … }`. */
export type Remedies = Readonly<Record<string, Remedy>>;

/** A remedy in short. */
export function remedy(
  about: Remedy['about'],
  mender: Mender,
  nextStep: string,
): Remedy {
  return { about, mender, nextStep };
}

/** The same for what means something else than its severity says. */
export function meaning(impact: Impact, of: Remedy): Remedy {
  return { ...of, impact };
}
