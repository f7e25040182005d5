import {
  unknown,
  type Observed,
} from 'backstage-plugin-volume-encryption-common';
import type { Kms } from 'backstage-plugin-volume-encryption-node';
import { surveySources } from '../overview/surveySources';
import { silenceOf, type Sources, type VolumeSources } from '../status';
import { observe } from '../status/observe';

const NOT_ITS_TURN = unknown(
  'not-asked',
  'Its key is listed, and its metadata is asked for at another look.',
);

type Location = Parameters<VolumeSources['kmsFacts']['key']>[1];

/** Two ways to ask for keys; everything else is asked for once for both. */
export interface LookSources {
  /** Asks for the metadata of each key. */
  closely: VolumeSources;
  /** Asks for that only of a key that its folder does not list. */
  byList: VolumeSources;
}

/**
 * The sources as a look at everything uses them. Keys are listed, one call for
 * those of a tenant: one that is not listed is gone, and its metadata tells how.
 * One that is listed may be deleted nonetheless, which only its metadata tells.
 */
export function lookSources(
  sources: Sources,
  deadline: Promise<void>,
): LookSources {
  const { kmsFacts } = sources;
  const shared: VolumeSources = {
    ...surveySources(sources, deadline),
    secrets: sources.secrets,
  };
  const lists = new Map<string, Promise<Observed<ReadonlySet<string>>>>();
  const listOf = (kms: Kms, mount: string, folder: string) => {
    const place = [kms.name, mount, folder].join('\n');
    const at = sources.now().toISOString();
    const list =
      lists.get(place) ??
      observe(at, () => kms.listKeys({ mount, folder }, {}));
    lists.set(place, list);
    return list;
  };
  const askFor = (kms: Kms, location: Location) =>
    kmsFacts.key(kms, location, { deadline });
  const askByList = async (kms: Kms, location: Location) => {
    const silence = silenceOf(await shared.kmsFacts.health(kms, deadline));
    if (silence) return silence;
    const { folder, name } = splitName(location.name);
    const list = await listOf(kms, location.mount, folder);
    if (list.status === 'unknown') return list;
    return list.value.has(name) ? NOT_ITS_TURN : askFor(kms, location);
  };
  return {
    closely: { ...shared, kmsFacts: { ...shared.kmsFacts, key: askFor } },
    byList: { ...shared, kmsFacts: { ...shared.kmsFacts, key: askByList } },
  };
}

function splitName(name: string): { folder: string; name: string } {
  const at = name.lastIndexOf('/');
  return { folder: name.slice(0, Math.max(0, at)), name: name.slice(at + 1) };
}
