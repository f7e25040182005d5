import { randomBytes } from 'node:crypto';
import { Send } from '../wire/connect';
import { JsonObject, textOf } from '../wire/json';

/** What to say about an object. */
export interface Remark {
  type: 'Normal' | 'Warning';
  reason: string;
  message: string;
}

/** Posts events about objects; the same remark again only counts up. */
export class EventRecorder {
  readonly #said = new Map<string, { path: string; count: number }>();

  constructor(
    private readonly kubernetes: Send,
    private readonly component: string,
  ) {}

  async record(about: JsonObject, remark: Remark): Promise<void> {
    const { kind, apiVersion } = about;
    const { name, namespace, uid } = about.metadata
      ? Object(about.metadata)
      : Object();
    const now = new Date().toISOString().replace(/\.\d+/, '');
    const key = `${uid} ${remark.message}`;
    const said = this.#said.get(key);
    if (said) {
      said.count += 1;
      const change = { count: said.count, lastTimestamp: now };
      await this.kubernetes(
        'PATCH',
        said.path,
        change,
        'application/merge-patch+json',
      );
      return;
    }
    const event = `${name}.${randomBytes(8).toString('hex')}`;
    const home = textOf(namespace) || 'default';
    const collection = `/api/v1/namespaces/${home}/events`;
    this.#said.set(key, { path: `${collection}/${event}`, count: 1 });
    await this.kubernetes('POST', collection, {
      apiVersion: 'v1',
      kind: 'Event',
      metadata: { name: event, namespace: home },
      involvedObject: { kind, apiVersion, name, namespace, uid },
      ...remark,
      source: { component: this.component },
      firstTimestamp: now,
      lastTimestamp: now,
      count: 1,
    });
  }
}
