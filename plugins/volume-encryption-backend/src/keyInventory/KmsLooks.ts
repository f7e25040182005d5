import {
  folderKey,
  isVolumeEncryptionError,
  tenantMountPath,
  type KeyFolder,
  type KeyLook,
  type UsesOfKms,
} from 'backstage-plugin-volume-encryption-common';
import type { Kms } from 'backstage-plugin-volume-encryption-node';
import { inBatches } from '../custody/inBatches';
import { pause } from '../network/pause';
import { silenceOf, type KmsFacts } from '../status';
import { lookAtFolder } from './lookAtFolder';
import { LostKeys, type KeyLocation } from './LostKeys';

/** So many folders are listed in one round, those not looked at for longest first. */
const FOLDERS_PER_ROUND = 1_500;

/** So many calls are on their way at the same time. */
const AT_ONCE = 4;

/** Between batches, so that a KMS gets no more than some 40 calls a second. */
const REST_MS = 100;

/** The looks at the keys of one KMS, and why there are none where it is so. */
export interface LooksOfKms {
  looks: ReadonlyMap<string, KeyLook>;
  /** Why the KMS as a whole does not tell now. */
  silence?: string;
  /** Why it is not known which mounts there are. */
  mountsUnread?: string;
}

/** Looks at the keys of one KMS, folder by folder, round after round. */
export class KmsLooks {
  readonly lost: LostKeys;
  /** The round in which a folder was last tried. */
  #tried = new Map<string, number>();
  #round = 0;
  #looks = new Map<string, KeyLook>();
  #silence: string | undefined = 'The KMS has not been asked yet.';
  #mountsUnread?: string;

  constructor(
    private readonly parts: {
      kms: Kms;
      kmsFacts: Pick<KmsFacts, 'health' | 'key'>;
      now: () => Date;
    },
  ) {
    this.lost = new LostKeys(parts.kmsFacts);
  }

  /** As of the end of the last round. */
  get known(): LooksOfKms {
    return {
      looks: this.#looks,
      silence: this.#silence,
      mountsUnread: this.#mountsUnread,
    };
  }

  /**
   * One round, begun with what is known to have keys. What it found is known when
   * `settle` has resolved, which sees to what the found keys are held against.
   */
  async look(
    uses: UsesOfKms,
    settle: (found: readonly KeyLook[]) => Promise<void>,
    signal: AbortSignal,
  ): Promise<void> {
    const { kms, kmsFacts } = this.parts;
    const never = new Promise<void>(() => {});
    const silence = silenceOf(await kmsFacts.health(kms, never));
    if (silence?.status === 'unknown') {
      this.#silence = silence.detail;
      return;
    }
    const folders = await this.#folders(uses, signal);
    const next = this.#nextOf(folders);
    try {
      const found = await this.#list(next, uses, signal);
      await settle(found);
      this.#keep(folders, found);
      this.#silence = undefined;
    } catch (error) {
      if (!isVolumeEncryptionError(error)) throw error;
      this.#silence = error.message;
      return;
    }
    const used = usedAndListed(this.#looks, uses);
    await this.lost.look(kms, used, { size: AT_ONCE, signal });
  }

  /** Mounts of tenants, of former ones too, and where else keys should lie. */
  async #folders(
    { byFolder }: UsesOfKms,
    signal: AbortSignal,
  ): Promise<Map<string, KeyFolder>> {
    const { kms } = this.parts;
    const folders = new Map(
      [...byFolder].map(([key, { of }]) => [key, of] as const),
    );
    try {
      this.#mountsUnread = undefined;
      for (const id of await kms.listMounts({ signal })) {
        const mount = tenantMountPath(kms.mountPrefix, id);
        folders.set(mount, { mount, folder: '' });
      }
    } catch (error) {
      // Those that were there are, as far as anybody knows.
      for (const [key, of] of this.#looks) folders.set(key, of);
      this.#mountsUnread = isVolumeEncryptionError(error)
        ? error.message
        : 'The mounts could not be listed.';
    }
    return folders;
  }

  /** Of these, those that were not tried for longest. */
  #nextOf(folders: ReadonlyMap<string, KeyFolder>): KeyFolder[] {
    const before = this.#tried;
    const last = ([key]: [string, unknown]) => before.get(key) ?? 0;
    const next = [...folders]
      .sort((one, other) => last(one) - last(other))
      .slice(0, FOLDERS_PER_ROUND);
    this.#round += 1;
    this.#tried = new Map(
      [...folders.keys()].map(it => [it, before.get(it) ?? 0]),
    );
    for (const [key] of next) this.#tried.set(key, this.#round);
    return next.map(([, of]) => of);
  }

  #list(
    folders: readonly KeyFolder[],
    uses: UsesOfKms,
    signal: AbortSignal,
  ): Promise<KeyLook[]> {
    const { kms, now } = this.parts;
    const isOneBatch = folders.length <= AT_ONCE;
    return inBatches(folders, { size: AT_ONCE, signal }, async folder => {
      const before = this.#looks.get(folderKey(folder));
      const asked = { kms, folder, uses, before, now, signal };
      const look = await lookAtFolder(asked);
      if (!isOneBatch) await pause(REST_MS, signal);
      return look;
    });
  }

  #keep(
    folders: ReadonlyMap<string, KeyFolder>,
    found: readonly KeyLook[],
  ): void {
    const looks = new Map<string, KeyLook>();
    for (const [key, of] of folders) {
      looks.set(key, this.#looks.get(key) ?? of);
    }
    for (const look of found) looks.set(folderKey(look), look);
    this.#looks = looks;
  }
}

/** Keys that are listed and that something has, in the order of their folders. */
function usedAndListed(
  looks: ReadonlyMap<string, KeyLook>,
  { byFolder }: UsesOfKms,
): KeyLocation[] {
  return [...byFolder].flatMap(([key, { of, byName }]) => {
    const names = looks.get(key)?.listing?.names;
    const { mount, folder } = of;
    return [...byName.keys()]
      .filter(name => names?.has(name))
      .map(name => ({ mount, name: folder ? `${folder}/${name}` : name }));
  });
}
