import { createHash, randomUUID } from 'node:crypto';
import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import type { News } from 'backstage-plugin-volume-encryption-common';
import type { Knex } from 'knex';

const TABLE = 'history_news';
/** The notifications plugin keeps no longer titles in PostgreSQL. */
const TITLE_MAX = 250;

/** A notification that is to be sent. */
export type RecordedNews = NotificationSendOptions;

/** What is sent of news, with an address to look at. */
export function notificationOf(news: News, link: string): RecordedNews {
  const { recipients, topic, severity, description, title } = news;
  const isLong = title.length > TITLE_MAX;
  return {
    recipients: { type: 'entity', entityRef: recipients },
    payload: {
      ...{ topic, severity, description, link },
      title: isLong ? `${title.slice(0, TITLE_MAX - 1)}…` : title,
      // Names may be longer than a scope.
      scope: createHash('sha256').update(news.scope).digest('hex'),
    },
  };
}

/** Writes them down in the transaction of the changes that they tell of. */
export async function recordNews(
  tx: Knex.Transaction,
  news: readonly RecordedNews[],
  at: string,
): Promise<void> {
  for (const one of news) {
    await tx(TABLE).insert({
      id: randomUUID(),
      body: JSON.stringify(one),
      created_at: at,
      claimed_at: null,
      sent_at: null,
    });
  }
}
