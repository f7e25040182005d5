import { JsonObject, objectOf, textOf, textsOf } from '../wire/json';
import { WireReply } from '../wire/serve';
import { answer, badAccessor, done, notPlayed, refusal } from './answers';
import { refuseIf, secondsOf } from './answers';
import { capabilitiesOf } from './policy';
import { maxTtl, Token } from './tokens';
import { Call, isRoot, Routes, rulesFor, Vault } from './vault';

type Act = (call: Call, token: Token, id: string) => WireReply;
const own = (act: Act) => (call: Call) => act(call, call.token, call.token.id);
const byAccessor = (act: Act) => (call: Call) => {
  const accessor = textOf(call.body.accessor);
  const token = call.vault.tokens.find('accessor', accessor);
  if (!token) throw badAccessor();
  return act(call, token, '');
};

/** `auth/token/…` but for its roles, and the two `sys/capabilities-…`. */
export const tokenRoutes: Routes = {
  'write auth/token/create': create,
  'write auth/token/create/([^/]+)': createByRole,
  'read auth/token/lookup-self': own(lookup),
  'write auth/token/lookup-accessor': byAccessor(lookup),
  'write auth/token/renew-self': own(renew),
  'write auth/token/renew-accessor': byAccessor(renew),
  'write auth/token/revoke-self': own(revoke),
  'write auth/token/revoke-accessor': revokeByAccessor,
  'write sys/capabilities-self': own(capabilities),
  'write sys/capabilities-accessor': byAccessor(capabilities),
};

function create(call: Call): WireReply {
  const { token, body } = call;
  const roleOnly =
    "'entity_alias' is only allowed in combination with token role";
  refuseIf(body.entity_alias, roleOnly);
  if (!isRoot(token)) throw notPlayed('tokens without a role, but by root');
  const period = secondsOf(body.period);
  const changes = period > 0 ? { period } : {};
  const given = { ...changes, creation_ttl: period || secondsOf(body.ttl) };
  const { no_parent: orphan, no_default_policy: bare } = body;
  return issue(call, given, { orphan, bare, renewable: true });
}

function createByRole(call: Call): WireReply {
  const { vault, body, segments } = call;
  const [name] = segments;
  const role = vault.documents.get(`auth/token/roles/${name}`);
  if (!role) throw refusal(400, `unknown role ${name}`);
  const allowed = textsOf(role.allowed_policies);
  const asked = textsOf(body.policies);
  const outside = asked.some(it => !allowed.includes(it));
  const list = (them: string[]) => `[${them.map(it => `"${it}"`).join(' ')}]`;
  refuseIf(
    allowed.length > 0 && outside,
    `token policies (${list(asked)}) must be subset of the role's allowed policies (${list(allowed)}) or glob policies ([])`,
  );
  const alias = textOf(body.entity_alias);
  const fits = textsOf(role.allowed_entity_aliases).some(pattern => {
    const start = pattern.replace(/\*$/, '');
    return pattern === start ? alias === start : alias.startsWith(start);
  });
  refuseIf(alias && !fits, "invalid 'entity_alias' value");
  const accessor = textOf(vault.documents.get('sys/auth/token')?.accessor);
  const entity = { accessor, name: alias, metadata: {} };
  const { orphan, renewable, token_no_default_policy: bare } = role;
  const given = {
    role: name,
    creation_ttl: secondsOf(role.token_period) || secondsOf(body.ttl),
    entity_id: alias && vault.tokens.entityOf(entity),
    policies: allowed,
  };
  return issue(call, given, { orphan, bare, renewable });
}

function issue(
  { vault, body, token, path }: Call,
  given: Partial<Token>,
  { orphan, bare, renewable }: JsonObject,
): WireReply {
  const asked = textsOf(body.policies);
  const usual = given.policies?.length ? given.policies : token.policies;
  const policies = new Set(asked.length > 0 ? asked : usual);
  if (!bare && !policies.has('root')) policies.add('default');
  const name = textOf(body.display_name).replace(/[^\w-]/g, '-');
  const request = {
    ...given,
    path,
    policies: [...policies].sort(),
    creation_ttl: given.creation_ttl || maxTtl,
    meta: body.meta ? objectOf(body.meta) : null,
    display_name: name ? `token-${name}` : 'token',
    renewable: body.renewable !== false && renewable !== false,
    explicit_max_ttl: secondsOf(body.explicit_max_ttl),
  };
  const issued = vault.tokens.issue(request, orphan ? undefined : token.id);
  return answerAuth(vault, issued, issued.id);
}

/** The answer to a login, a creation or a renewal; by accessor it comes without the id. */
export function answerAuth(vault: Vault, token: Token, id: string): WireReply {
  const { accessor, policies, meta, renewable, entity_id, type, orphan } =
    token;
  const isKnown = (it: string) => vault.documents.has(`sys/policies/acl/${it}`);
  const unknown = policies.filter(it => !isKnown(it));
  const warnings = unknown.map(it => `Policy "${it}" does not exist`);
  const auth = {
    client_token: id,
    ...{ accessor, policies, token_policies: policies, metadata: meta },
    ...{ renewable, entity_id, token_type: type, orphan, num_uses: 0 },
    lease_duration: vault.tokens.left(token),
  };
  return answer(null, {
    auth,
    warnings: warnings.length > 0 ? warnings : null,
  });
}

/** As in real Vault, a period that comes from the role is not shown. */
function lookup({ vault }: Call, token: Token, id: string): WireReply {
  const { hidden, ...shown } = token;
  const { issued, expires } = hidden;
  const time = (ms: number) =>
    ms === Infinity ? null : new Date(ms).toISOString();
  const creation_time = Math.floor(issued / 1000);
  const ends = { expire_time: time(expires), ttl: vault.tokens.left(token) };
  const begins = { creation_time, issue_time: time(issued), num_uses: 0 };
  return answer({ ...shown, ...begins, ...ends, id });
}

function renew({ vault, body }: Call, token: Token, id: string): WireReply {
  refuseIf(!token.renewable, 'lease is not renewable');
  const role = vault.documents.get(`auth/token/roles/${token.role}`);
  const period = token.period ?? secondsOf(role?.token_period);
  const wanted = period || secondsOf(body.increment) || token.creation_ttl;
  vault.tokens.extend(token, wanted, period > 0);
  return answerAuth(vault, token, id);
}

function revoke({ vault }: Call, token: Token): WireReply {
  vault.tokens.revoke(token);
  return done;
}

function revokeByAccessor(call: Call): WireReply {
  const { tokens } = call.vault;
  const token = tokens.find('accessor', textOf(call.body.accessor));
  const warnings = ['No token found with this accessor'];
  return token ? revoke(call, token) : answer(null, { warnings });
}

function capabilities({ vault, body }: Call, token: Token): WireReply {
  const on = (path: string) =>
    isRoot(token) ? ['root'] : capabilitiesOf(rulesFor(vault, token, [path]));
  const found = textsOf(body.paths).map(path => [path, on(path)]);
  const data: JsonObject = Object.fromEntries(found);
  return answer(data, data);
}
