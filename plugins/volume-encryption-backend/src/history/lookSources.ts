import { unknown } from 'backstage-plugin-volume-encryption-common';
import type { Kms } from 'backstage-plugin-volume-encryption-node';
import { surveySources, type OverviewSources } from '../overview/surveySources';
import { silenceOf, type VolumeSources } from '../status';

const NOT_ITS_TURN = unknown(
  'not-asked',
  'Its name was listed or is yet to be; its metadata is asked for at another look.',
);

type Location = Parameters<VolumeSources['kmsFacts']['key']>[1];

/** Two ways to ask for keys; everything else is asked for once for both. */
export interface LookSources {
  /** Asks for the metadata of each key. */
  closely: VolumeSources;
  /** Asks for that only of a key that was not listed. */
  byList: VolumeSources;
}

/**
 * The sources as a look at everything uses them. A key that the last list of its
 * folder does not have is gone, and its metadata tells how. One that was listed may
 * be deleted nonetheless, which only its metadata tells.
 */
export function lookSources(
  sources: OverviewSources,
  deadline: Promise<void>,
): LookSources {
  const { keys, kmsFacts } = sources;
  const shared: VolumeSources = {
    ...surveySources(sources, deadline),
    secrets: sources.secrets,
  };
  const askFor = (kms: Kms, location: Location) =>
    kmsFacts.key(kms, location, { deadline });
  const askByList = async (kms: Kms, location: Location) => {
    const silence = silenceOf(await shared.kmsFacts.health(kms, deadline));
    if (silence) return silence;
    return keys.absence(kms.name, location)
      ? askFor(kms, location)
      : NOT_ITS_TURN;
  };
  return {
    closely: { ...shared, kmsFacts: { ...shared.kmsFacts, key: askFor } },
    byList: { ...shared, kmsFacts: { ...shared.kmsFacts, key: askByList } },
  };
}
