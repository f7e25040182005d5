import { randomBytes } from 'node:crypto';
import { Send } from '../wire/connect';
import {
  isObject,
  at,
  JsonObject,
  listOf,
  objectOf,
  textOf,
} from '../wire/json';

/** Posts events about objects; the same text again only counts up. */
export class EventRecorder {
  readonly #said = new Map<string, { path: string; count: number }>();

  constructor(
    private readonly kubernetes: Send,
    private readonly component: string,
  ) {}

  async record(
    about: JsonObject,
    [type, reason]: [type: 'Normal' | 'Warning', reason: string],
    message: string,
  ) {
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
    const source = { component: this.component };
    await this.kubernetes('POST', path, {
      apiVersion: 'v1',
      kind: 'Event',
      metadata: { name: event, namespace: home },
      ...{ involvedObject, type, reason, message, source },
      ...{ firstTimestamp: lastTimestamp, lastTimestamp, count: 1 },
    });
  }
}

/** The items of a collection, each with the kind that lists leave out. */
export async function list(kubernetes: Send, plural: string) {
  const { body } = await kubernetes('GET', `/api/v1/${plural}`);
  const kind = textOf(at(body, 'kind')).replace(/List$/, '');
  const items = listOf(at(body, 'items')).filter(isObject);
  return items.map((it): JsonObject => ({ ...it, kind, apiVersion: 'v1' }));
}

/** The class of a claim, and what the server said of it. */
export async function classOf(kubernetes: Send, claim: JsonObject) {
  const name = textOf(at(claim, 'spec', 'storageClassName'));
  const path = `/apis/storage.k8s.io/v1/storageclasses/${name || '-'}`;
  const { status, body } = await kubernetes('GET', path);
  return { name, status, storageClass: objectOf(body) };
}
