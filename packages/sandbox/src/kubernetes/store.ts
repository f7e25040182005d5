import { Resource, Stored } from './resources';

/** One step in the life of an object. `previous` is its state before the step. */
export interface Change {
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  resource: Resource;
  object: Stored;
  previous?: Stored;
  version: number;
}

/** The objects, their one rising resourceVersion, and every change ever made. */
export class ObjectStore {
  #version = 1;
  readonly #objects = new Map<string, Stored>();
  readonly #changes: Change[] = [];
  readonly #followers = new Set<(change: Change) => void>();

  get version(): string {
    return String(this.#version);
  }

  get(resource: Resource, namespace = '', name = ''): Stored | undefined {
    return this.#objects.get(`${resource.plural}/${namespace}/${name}`);
  }

  /** The objects of a kind, of one namespace or of all, ordered by key. */
  list(resource: Resource, namespace?: string): Stored[] {
    const scope = namespace ? `${namespace}/` : '';
    return [...this.#objects.entries()]
      .filter(([key]) => key.startsWith(`${resource.plural}/${scope}`))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, object]) => object);
  }

  /** Puts an object in place of its predecessor and gives it a resourceVersion. */
  put(resource: Resource, object: Stored): Stored {
    const previous = this.get(
      resource,
      object.metadata.namespace,
      object.metadata.name,
    );
    return this.#record(previous ? 'MODIFIED' : 'ADDED', resource, object);
  }

  remove(resource: Resource, object: Stored): Stored {
    return this.#record('DELETED', resource, object);
  }

  /** Replays what changed after `since`, then follows; returns the way to stop. */
  follow(since: number, follower: (change: Change) => void): () => void {
    this.#changes.filter(it => it.version > since).forEach(follower);
    this.#followers.add(follower);
    return () => this.#followers.delete(follower);
  }

  #record(type: Change['type'], resource: Resource, object: Stored): Stored {
    const version = ++this.#version;
    const metadata = { ...object.metadata, resourceVersion: String(version) };
    const stamped = { ...object, metadata };
    const key = `${resource.plural}/${metadata.namespace ?? ''}/${metadata.name}`;
    const previous = this.#objects.get(key);
    if (type === 'DELETED') this.#objects.delete(key);
    else this.#objects.set(key, stamped);
    const change = { type, resource, object: stamped, previous, version };
    this.#changes.push(change);
    this.#followers.forEach(follower => follower(change));
    return stamped;
  }
}
