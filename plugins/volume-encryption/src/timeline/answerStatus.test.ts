import { answerStatus } from './answerStatus';

it('draws what was seen first by what it is followed for', () => {
  const entry = { kind: 'tenant', what: 'first-seen' } as const;
  expect(answerStatus(entry, 'lost')).toMatchObject({ tone: 'danger' });
});

it.each(['volume/customer-key', 'active', 'ready', 'live', 'serving', 'read'])(
  'never draws a past answer as a full green: %s',
  answer => {
    for (const what of ['protection', 'state', 'remount'] as const) {
      const { tone } = answerStatus({ kind: 'volume', what }, answer);
      expect(tone).not.toBe('secure');
    }
  },
);

it('shows an answer that it has no words for as it is', () => {
  const entry = { kind: 'volume', what: 'protection' } as const;
  expect(answerStatus(entry, 'brand-new')).toMatchObject({
    label: 'brand-new',
    tone: 'plain',
  });
});
