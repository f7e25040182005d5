import type { News } from 'backstage-plugin-volume-encryption-common';
import { linkOf } from './linkOf';

const at = { cluster: 'prod', namespace: 'payments', claim: 'ledger-data' };

function newsOf(
  about: Partial<News['about']>,
  rest: Partial<Pick<News, 'entity' | 'isOfMany'>> = {},
): News {
  return {
    ...{ recipients: [], topic: 'volumes', severity: 'high', scope: '' },
    ...{ title: '', description: '', isOfMany: false },
    about: {
      ...{ kind: 'volume', what: 'remount', reasons: [], entities: [], ...at },
      ...about,
    },
    ...rest,
  };
}

const entity = 'component:default/ledger';

it.each([
  [
    newsOf({}, { entity }),
    '/catalog/default/component/ledger/encryption?volume=prod%2Fpayments%2Fledger-data',
  ],
  [
    newsOf({}, { entity, isOfMany: true }),
    '/catalog/default/component/ledger/encryption',
  ],
  [
    newsOf({ kind: 'tenant' }, { entity }),
    '/catalog/default/component/ledger/encryption',
  ],
  [newsOf({ kind: 'tenant' }), '/volume-encryption/tenants/prod/payments'],
  [newsOf({}), '/volume-encryption/overview?search=ledger-data'],
  [newsOf({ kind: 'kms' }), '/volume-encryption/health'],
])('leads to where it is seen', (news, link) => {
  expect(linkOf(news)).toBe(link);
});
