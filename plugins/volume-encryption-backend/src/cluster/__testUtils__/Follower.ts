import type { ObjectMeta } from 'backstage-plugin-volume-encryption-common';
import type {
  ClusterReader,
  WatchEvent,
} from 'backstage-plugin-volume-encryption-node';
import { ROOT_CA } from './administrate';

/** One who keeps what a watch tells of the ConfigMaps of a namespace. */
export class Follower {
  /** The resourceVersions of what there is, by name. */
  readonly present = new Map<string, string>();
  /** How often each kind of event was told, of objects: those of the test. */
  readonly told = { replaced: 0, changed: 0, deleted: 0, alive: 0, failed: 0 };
  readonly failures: Error[] = [];
  /** What was told though it was known already, or though it is older. */
  readonly doubled: string[] = [];
  readonly #stop = new AbortController();

  constructor(private readonly namespace: string) {}

  /** Follows until `stop`; `after` is called with every event. */
  async follow(
    reader: ClusterReader,
    after: (event: WatchEvent<'ConfigMap'>) => unknown,
  ): Promise<void> {
    const { signal } = this.#stop;
    for await (const event of reader.watch('ConfigMap', { signal })) {
      this.#keep(event);
      await after(event);
    }
  }

  stop(): void {
    this.#stop.abort();
  }

  #keep(event: WatchEvent<'ConfigMap'>): void {
    if ('object' in event && !this.#isOurs(event.object.meta)) return;
    this.told[event.type]++;
    if (event.type === 'failed') this.failures.push(event.error);
    if (event.type === 'replaced') {
      this.present.clear();
      for (const { meta } of event.objects) {
        if (this.#isOurs(meta)) {
          this.present.set(meta.name, meta.resourceVersion);
        }
      }
    }
    if (!('object' in event)) return;
    const { name, resourceVersion } = event.object.meta;
    const known = this.present.get(name);
    const gone = event.type === 'deleted';
    const older = Number(known) >= Number(resourceVersion);
    if (older || (gone && !known)) this.doubled.push(`${event.type} ${name}`);
    if (gone) this.present.delete(name);
    else this.present.set(name, resourceVersion);
  }

  #isOurs({ namespace, name }: ObjectMeta): boolean {
    return namespace === this.namespace && name !== ROOT_CA;
  }
}
