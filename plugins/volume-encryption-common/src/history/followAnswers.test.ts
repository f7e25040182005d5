import {
  followAnswers,
  isSameFollowed,
  type Answers,
  type Followed,
} from './followAnswers';

const ready: Followed = { answers: { remount: 'ready' }, pending: {} };

/** What a row of looks makes of something, and all that changed. */
function follow(looks: Answers[], from: Followed = ready) {
  let after = from;
  const changes = looks.flatMap(seen => {
    const followed = followAnswers(after, seen);
    after = followed.after;
    return followed.changes;
  });
  return { after, changes };
}

const blocked = { remount: 'blocked' };

it('nothing changes while the answer is the same', () => {
  expect(follow([{ remount: 'ready' }, { remount: 'ready' }])).toEqual({
    after: ready,
    changes: [],
  });
});

it('another answer is a change at the second look that finds it, once', () => {
  const change = { answer: 'remount', from: 'ready', to: 'blocked' };
  expect(follow([blocked])).toEqual({
    after: { answers: { remount: 'ready' }, pending: blocked },
    changes: [],
  });
  expect(follow([blocked, blocked, blocked, blocked])).toEqual({
    after: { answers: blocked, pending: {} },
    changes: [change],
  });
});

it('what passes is none', () => {
  const passing = follow([blocked, { remount: 'ready' }, blocked]);
  expect(passing.changes).toEqual([]);
  expect(follow([blocked, { remount: 'at-risk' }, blocked]).changes).toEqual(
    [],
  );
});

it('what is not told changes nothing, and lets nothing be forgotten', () => {
  expect(follow([{}, {}, {}])).toEqual({ after: ready, changes: [] });
  expect(follow([blocked, {}, blocked]).changes).toHaveLength(1);
});

it('an answer that was not told before is there at once', () => {
  const { after, changes } = follow([{ protection: 'none' }]);
  expect(changes).toEqual([
    { answer: 'protection', from: undefined, to: 'none' },
  ]);
  expect(after.answers).toEqual({ remount: 'ready', protection: 'none' });
});

it('knows what is the same whatever the order', () => {
  const one = { answers: { remount: 'a', state: 'b' }, pending: {} };
  const other = { answers: { state: 'b', remount: 'a' }, pending: {} };
  expect(isSameFollowed(one, other)).toBe(true);
  expect(isSameFollowed(one, { ...other, pending: { remount: 'c' } })).toBe(
    false,
  );
  expect(isSameFollowed(one, ready)).toBe(false);
});
