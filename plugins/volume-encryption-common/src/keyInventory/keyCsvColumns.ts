import type { KmsKey } from '../contract/api';
import type { CsvColumn } from '../overview/csv';

/** What the file of a KMS's keys says of each. @public */
export const keyCsvColumns: readonly CsvColumn<KmsKey>[] = [
  { title: 'kms', textOf: it => it.kms },
  { title: 'mount', textOf: it => it.mount },
  { title: 'name', textOf: it => it.name },
  { title: 'state', textOf: it => it.state },
  { title: 'reason', textOf: it => it.code },
  { title: 'message', textOf: it => it.message },
  { title: 'nextStep', textOf: it => it.nextStep },
  { title: 'tenant', textOf: it => it.tenant },
  {
    title: 'clusters',
    textOf: ({ users }) =>
      [...new Set(users.map(({ cluster }) => cluster))].join(' '),
  },
  {
    title: 'objects',
    textOf: ({ users }) => users.map(it => `${it.kind}/${it.name}`).join(' '),
  },
  {
    title: 'claims',
    textOf: ({ users }) => users.flatMap(it => it.of ?? []).join(' '),
  },
  { title: 'observedAt', textOf: it => it.observedAt },
];
