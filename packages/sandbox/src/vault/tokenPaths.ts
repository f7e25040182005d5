import { JsonObject, mapFields, objectOf, textOf, textsOf } from '../wire/json';
import { WireReply } from '../wire/serve';
import { answer, badAccessor, done, notPlayed } from './answers';
import { refuseIf, secondsOf } from './answers';
import { capabilitiesOf } from './policy';
import { maxTtl, Token } from './tokens';
import { Call, isRoot, Routes, rulesFor, Vault } from './vault';

type Act = (call: Call, token: Token, id: string) => WireReply;
const own = (act: Act) => (call: Call) => act(call, call.token, call.token.id);
const byAccessor = (act: Act) => (call: Call) => {
  const accessor = textOf(call.body.accessor);
  const token = call.vault.tokens.find('accessor', accessor);
  const warnings = ['No token found with this accessor'];
  if (!token && accessor && act === revoke) return answer(null, { warnings });
  if (!token) throw badAccessor(accessor);
  return act(call, token, '');
};

/** `auth/token/…` but for its roles, and the two `sys/capabilities-…`. */
export const tokenRoutes: Routes = {
  'list auth/token/accessors': listAccessors,
  'write auth/token/create': create,
  'write auth/token/create/([^/]+)': createByRole,
  'read auth/token/lookup-self': own(lookup),
  'write auth/token/lookup-accessor': byAccessor(lookup),
  'write auth/token/renew-self': own(renew),
  'write auth/token/renew-accessor': byAccessor(renew),
  'write auth/token/revoke-self': own(revoke),
  'write auth/token/revoke-accessor': byAccessor(revoke),
  'write sys/capabilities-self': own(capabilities),
  'write sys/capabilities-accessor': byAccessor(capabilities),
};

/** Batch tokens have none. */
function listAccessors({ vault }: Call): WireReply {
  const keys = vault.tokens.living().flatMap(it => it.accessor || []);
  return answer({ keys });
}

function create(call: Call): WireReply {
  const { period: given, ttl, no_parent, no_default_policy } = call.body;
  if (!isRoot(call.token)) throw notPlayed('tokens without a role');
  const period = secondsOf(given) || undefined;
  const request = { period, creation_ttl: period ?? secondsOf(ttl) };
  return issue(call, request, { orphan: no_parent, bare: no_default_policy });
}

function createByRole(call: Call): WireReply {
  const { vault, body, segments } = call;
  const [name] = segments;
  const role = vault.documents.get(`auth/token/roles/${name}`) ?? {};
  refuseIf(!role.name, `unknown role ${name}`);
  const policies = textsOf(role.allowed_policies);
  const asked = textsOf(body.policies).filter(it => !policies.includes(it));
  const rule = `must be subset of the role's allowed policies (["${policies}"]) or glob policies ([])`;
  refuseIf(asked.length > 0, `token policies (["${asked}"]) ${rule}`);
  const alias = textOf(body.entity_alias);
  const fits = textsOf(role.allowed_entity_aliases).some(it =>
    it.endsWith('*') ? alias.startsWith(it.slice(0, -1)) : alias === it,
  );
  refuseIf(alias && !fits, "invalid 'entity_alias' value");
  const accessor = textOf(vault.documents.get('sys/auth/token')?.accessor);
  const entity = { accessor, name: alias, metadata: {} };
  const entity_id = alias && vault.tokens.entityOf(entity);
  const periodic = secondsOf(role.token_period);
  const creation_ttl = periodic || secondsOf(body.ttl);
  const { token_no_default_policy: bare, orphan, renewable } = role;
  const given = { role: name, creation_ttl, entity_id, policies };
  return issue(call, given, { bare, orphan, renewable, periodic });
}

function issue(call: Call, given: Partial<Token>, flags: JsonObject) {
  const { vault, body, token, path } = call;
  const lists = [textsOf(body.policies), given.policies ?? [], token.policies];
  const policies = new Set(lists.find(it => it.length > 0));
  const bare = flags.bare || policies.has('root');
  const name = textOf(body.display_name).replace(/[^\w-]/g, '-');
  const ttl = given.creation_ttl || maxTtl;
  const kind = given.period || flags.periodic ? 'period' : 'TTL';
  const capped = `${kind} of "${ttl / 3600}h" exceeded the effective max_ttl of "768h"; ${kind} value is capped accordingly`;
  const isKnown = (it: string) => vault.documents.has(`sys/policies/acl/${it}`);
  const unknown = [...policies].filter(it => !isKnown(it));
  const warnings = unknown.map(it => `Policy "${it}" does not exist`);
  if (ttl > maxTtl) warnings.unshift(capped);
  const request = {
    ...given,
    path,
    policies: [...policies, ...(bare ? [] : ['default'])].sort(),
    creation_ttl: Math.min(ttl, maxTtl),
    meta: body.meta ? objectOf(body.meta) : null,
    display_name: name ? `token-${name}` : 'token',
    orphan: flags.orphan === true,
    renewable: body.renewable !== false && flags.renewable !== false,
  };
  const issued = vault.tokens.issue(request);
  const { body: auth } = answerAuth(vault, issued, issued.id);
  const remarks = warnings.length > 0 ? { warnings } : {};
  return { status: 200, body: { ...objectOf(auth), ...remarks } };
}

/** The answer to a login, a creation or a renewal; by accessor it comes without the id. */
export function answerAuth(vault: Vault, token: Token, id: string): WireReply {
  const { accessor, policies, meta: metadata, renewable } = token;
  const { entity_id, type: token_type, orphan } = token;
  const who = { client_token: id, accessor, policies, metadata, entity_id };
  const its = { token_policies: policies, token_type, renewable, orphan };
  const auth = { ...who, ...its, lease_duration: vault.tokens.left(token) };
  return answer(null, { auth });
}

/** As in real Vault, a period that comes from the role is not shown. */
function lookup({ vault }: Call, token: Token, id: string): WireReply {
  const { hidden, ...shown } = token;
  const { issued, expires } = hidden;
  const isTime = expires < Infinity;
  const expire_time = isTime ? new Date(expires).toISOString() : null;
  const creation_time = Math.floor(issued / 1000);
  const times = { creation_time, expire_time, ttl: vault.tokens.left(token) };
  return answer({ ...shown, ...times, explicit_max_ttl: 0, num_uses: 0, id });
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

function capabilities({ vault, body }: Call, token: Token): WireReply {
  const paths = Object.fromEntries(textsOf(body.paths).map(it => [it, it]));
  const data = mapFields(paths, path =>
    isRoot(token) ? ['root'] : capabilitiesOf(rulesFor(vault, token, path)),
  );
  return answer(data, data);
}
