import { firstOutcomeOf, outcomeOf } from './compareLook';
import type { FollowedThing } from './FollowedThing';
import type { Sight } from './Sight';

const KEY = 'volume/prod/payments/ledger-data';

function sightOf(changes: Partial<Sight> = {}): Sight {
  return {
    subject: {
      ...{ kind: 'volume', cluster: 'prod', namespace: 'payments' },
      ...{ claim: 'ledger-data', kms: 'vault' },
    },
    uid: 'one',
    owner: 'group:default/payments',
    answers: { protection: 'volume/customer-key', remount: 'ready' },
    reasons: {},
    ...changes,
  };
}

function followed(sight: Sight): FollowedThing {
  const { thing } = firstOutcomeOf(KEY, sight);
  if (!thing) throw new Error('It is followed.');
  return thing;
}

const before = followed(sightOf());
const blocked = sightOf({
  answers: { protection: 'volume/customer-key', remount: 'blocked' },
  reasons: { remount: ['key-missing'] },
});

it('the first sight is a row, with what is wrong already', () => {
  expect(firstOutcomeOf(KEY, sightOf()).changes).toEqual([
    expect.objectContaining({ what: 'first-seen', to: 'volume/customer-key' }),
  ]);
  expect(firstOutcomeOf(KEY, blocked).changes).toMatchObject([
    { what: 'first-seen' },
    { what: 'remount', to: 'blocked', reasons: ['key-missing'] },
  ]);
});

it('nothing has to be written of what is as it was', () => {
  expect(outcomeOf(KEY, before, sightOf())).toBeUndefined();
});

it('what is seen once is only remembered', () => {
  expect(outcomeOf(KEY, before, blocked)).toMatchObject({
    changes: [],
    thing: { pending: { remount: 'blocked' }, answers: { remount: 'ready' } },
  });
});

it('what is seen twice is a change, with whose it is and why', () => {
  const once = outcomeOf(KEY, before, blocked)?.thing ?? before;
  expect(outcomeOf(KEY, once, blocked)?.changes).toEqual([
    {
      ...sightOf().subject,
      owner: 'group:default/payments',
      what: 'remount',
      from: 'ready',
      to: 'blocked',
      reasons: ['key-missing'],
    },
  ]);
});

it('what is gone is told and forgotten', () => {
  const { thing, changes } = outcomeOf(KEY, before, undefined) ?? {};
  expect(thing).toBeUndefined();
  expect(changes).toMatchObject([{ what: 'gone', claim: 'ledger-data' }]);
});

it('a claim that was made anew is another one', () => {
  const anew = { ...blocked, uid: 'two' };
  expect(outcomeOf(KEY, before, anew)).toMatchObject({
    thing: { uid: 'two', answers: { remount: 'blocked' } },
    changes: [{ what: 'gone' }, { what: 'first-seen' }, { what: 'remount' }],
  });
});

it('keeps where the key is while that is not known', () => {
  const { subject, ...rest } = sightOf();
  const unknown = { ...rest, subject: { ...subject, kms: undefined } };
  expect(outcomeOf(KEY, before, unknown)).toBeUndefined();
});
