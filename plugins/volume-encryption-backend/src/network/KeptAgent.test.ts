import https from 'node:https';
import { createAuthority } from 'testbed';
import { KeptAgent } from './KeptAgent';

const [ca, other] = ['one', 'another'].map(
  name => createAuthority(name).certificate,
);

it('checks certificates by its own word, not by that of the environment', () => {
  // Where the option is absent, NODE_TLS_REJECT_UNAUTHORIZED decides.
  const agent = new KeptAgent(1).agentFor('https://any', {});
  expect(agent).toBeInstanceOf(https.Agent);
  expect(agent).toMatchObject({ options: { rejectUnauthorized: true } });
});

it('stays the same until a certificate changes', () => {
  const kept = new KeptAgent(1);
  const first = kept.agentFor('https://any', { ca });
  expect(kept.agentFor('https://any', { ca })).toBe(first);
  expect(kept.agentFor('https://any', { ca: other })).not.toBe(first);
});
