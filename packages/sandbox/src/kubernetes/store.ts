import { Resource, Stored } from './resources';

/** One step in the life of an object. */
export interface Change {
  resource: Resource;
  version: number;
  before?: Stored;
  object: Stored;
  gone: boolean;
}

const keyOf = ({ plural }: Resource, namespace = '', name = '') =>
  `${plural}/${namespace}/${name}`;

/** The objects, their one rising resourceVersion, and every change ever made. */
export class ObjectStore {
  version = 1;
  readonly #objects = new Map<string, Stored>();
  readonly #changes: Change[] = [];
  readonly #followers = new Set<(change: Change) => void>();

  get(resource: Resource, namespace?: string, name?: string) {
    return this.#objects.get(keyOf(resource, namespace, name));
  }

  /** The objects of a kind, of one namespace or of all. */
  list(resource: Resource, namespace?: string): Stored[] {
    const scope = `${resource.plural}/${namespace ? `${namespace}/` : ''}`;
    const all = [...this.#objects].filter(([key]) => key.startsWith(scope));
    return all.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, object]) => object);
  }

  /** Stores an object, or takes it away, under a new resourceVersion. */
  put(resource: Resource, next: Stored, gone = false): Stored {
    const version = ++this.version;
    const metadata = { ...next.metadata, resourceVersion: `${version}` };
    const object = { ...next, metadata };
    const key = keyOf(resource, metadata.namespace, metadata.name);
    const before = this.#objects.get(key);
    if (gone) this.#objects.delete(key);
    else this.#objects.set(key, object);
    const change = { resource, version, before, object, gone };
    this.#changes.push(change);
    this.#followers.forEach(follower => follower(change));
    return object;
  }

  /** Replays what changed after `since`, then follows; returns the way to stop. */
  follow(since: number, follower: (change: Change) => void): () => void {
    this.#changes.filter(it => it.version > since).forEach(follower);
    this.#followers.add(follower);
    return () => this.#followers.delete(follower);
  }
}
