import {
  driverProfileOf,
  unknown,
  type DriverId,
  type Observed,
  type PersistentVolume,
  type VendorObject,
  type VolumeAttachment,
  type VolumeFacts,
} from 'backstage-plugin-volume-encryption-common';
import { listIfInstalled } from '../cluster/listIfInstalled';
import type { Systems } from '../systems';
import { listedLately } from './listedLately';
import { Recent } from './Recent';

type VendorFacts = Pick<VolumeFacts, 'vendorObject' | 'attachments'>;
type ByName<T> = ReadonlyMap<string, T>;

/** The kind of a vendor's own object, where its driver's profile looks at one. */
const KINDS: Partial<Record<DriverId, VendorObject['kind']>> = {
  longhorn: 'LonghornVolume',
  trident: 'TridentVolume',
  'openebs-zfs': 'ZFSVolume',
};

const NOT_LOOKED_AT = unknown(
  'not-applicable',
  'The driver of this volume has no such object that says more.',
);

/** A place to look: the volume, its cluster, and how long an answer is waited for. */
export interface VendorQuestion {
  cluster: string;
  volume: PersistentVolume;
  deadline: Promise<void>;
}

/**
 * What vendors' own objects and attachments say of volumes. They are listed once
 * for all volumes of a cluster and kind, and only where there are volumes of the
 * driver; what is denied or late is unknown.
 */
export class VendorObjects {
  readonly #objects: Recent<ByName<VendorObject>>;
  readonly #attachments: Recent<ByName<VolumeAttachment[]>>;

  constructor(
    private readonly systems: Pick<Systems, 'cluster'>,
    now: () => Date,
  ) {
    const options = listedLately(now);
    this.#objects = new Recent(options);
    this.#attachments = new Recent(options);
  }

  async read(question: VendorQuestion): Promise<VendorFacts> {
    const { csi, meta } = question.volume;
    const kind = KINDS[driverProfileOf(csi?.driver ?? '')?.id ?? 'ephemeral'];
    if (!csi || !kind) {
      return { vendorObject: NOT_LOOKED_AT, attachments: NOT_LOOKED_AT };
    }
    const [objects, attachments] = await Promise.all([
      this.#listObjects(kind, question),
      kind === 'TridentVolume'
        ? this.#listAttachments(question)
        : NOT_LOOKED_AT,
    ]);
    return {
      vendorObject: picked(objects, it => it.get(csi.volumeHandle)),
      attachments: picked(attachments, it => it.get(meta.name) ?? []),
    };
  }

  #listObjects(
    kind: VendorObject['kind'],
    { cluster, deadline }: VendorQuestion,
  ): Promise<Observed<ByName<VendorObject>>> {
    const { reader } = this.systems.cluster(cluster);
    const load = async () => {
      const found = (await listIfInstalled(reader, kind, {})) ?? [];
      return new Map(found.map(it => [it.meta.name, it]));
    };
    return this.#objects.read(`${cluster}\n${kind}`, load, deadline);
  }

  #listAttachments({
    cluster,
    deadline,
  }: VendorQuestion): Promise<Observed<ByName<VolumeAttachment[]>>> {
    const { reader } = this.systems.cluster(cluster);
    const load = async () => {
      const byVolume = new Map<string, VolumeAttachment[]>();
      for (const found of await reader.list('VolumeAttachment', {})) {
        const name = found.volumeName ?? '';
        byVolume.set(name, [...(byVolume.get(name) ?? []), found]);
      }
      return byVolume;
    };
    return this.#attachments.read(cluster, load, deadline);
  }
}

function picked<T, U>(fact: Observed<T>, pick: (value: T) => U): Observed<U> {
  if (fact.status === 'unknown') return fact;
  return { ...fact, value: pick(fact.value) };
}
