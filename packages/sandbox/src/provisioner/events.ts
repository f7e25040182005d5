import { randomBytes } from 'node:crypto';
import { Send } from '../wire/connect';
import { JsonObject, objectOf, textOf } from '../wire/json';

type Kind = [type: 'Normal' | 'Warning', reason: string];

/** Posts events about objects; the same text again only counts up. */
export class EventRecorder {
  readonly #said = new Map<string, { path: string; count: number }>();

  constructor(private readonly kubernetes: Send) {}

  async record(about: JsonObject, [type, reason]: Kind, message: string) {
    const { kind, apiVersion, metadata } = about;
    const { name, namespace, uid } = objectOf(metadata);
    const lastTimestamp = new Date().toISOString().replace(/\.\d+/, '');
    const said = this.#said.get(`${uid} ${message}`);
    if (said) {
      const change = { count: (said.count += 1), lastTimestamp };
      const merge = 'application/merge-patch+json';
      await this.kubernetes('PATCH', said.path, change, merge);
      return;
    }
    const event = `${name}.${randomBytes(8).toString('hex')}`;
    const home = textOf(namespace) || 'default';
    const path = `/api/v1/namespaces/${home}/events`;
    this.#said.set(`${uid} ${message}`, { path: `${path}/${event}`, count: 1 });
    const involvedObject = { kind, apiVersion, name, namespace, uid };
    const source = { component: 'sandbox-provisioner' };
    const times = { firstTimestamp: lastTimestamp, lastTimestamp, count: 1 };
    const what = { involvedObject, type, reason, message, source, ...times };
    const head = { apiVersion: 'v1', kind: 'Event' };
    const place = { name: event, namespace: home };
    await this.kubernetes('POST', path, { ...head, metadata: place, ...what });
  }
}
