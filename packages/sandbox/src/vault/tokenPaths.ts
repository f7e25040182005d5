import { JsonObject, mapFields, objectOf, textOf, textsOf } from '../wire/json';
import { WireReply } from '../wire/serve';
import { answer, badAccessor, done, refusal } from './answers';
import { refuseIf, secondsOf } from './answers';
import { entityOf } from './entities';
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

/** `auth/token/…` and the two `sys/capabilities-…`. */
export const tokenRoutes: Routes = {
  'write auth/token/(create|create-orphan)': create,
  'write auth/token/(create)/([^/]+)': create,
  'read auth/token/roles/([^/]+)': readRole,
  'write auth/token/roles/([^/]+)': writeRole,
  'read auth/token/lookup-self': own(lookup),
  'write auth/token/lookup-accessor': byAccessor(lookup),
  'write auth/token/renew-self': own(renew),
  'write auth/token/renew-accessor': byAccessor(renew),
  'write auth/token/revoke-self': own(revoke),
  'write auth/token/revoke-accessor': revokeByAccessor,
  'write sys/capabilities-self': own(capabilities),
  'write sys/capabilities-accessor': byAccessor(capabilities),
};

const rolesOf = ({ auth }: Vault) => auth.get('token')?.roles ?? new Map();
export const tokenRoleExists = ({ vault, segments: [name] }: Call) =>
  rolesOf(vault).has(name);

function create(call: Call): WireReply {
  const { vault, body, token, path, segments } = call;
  const [kind, name] = segments;
  const role: JsonObject = name ? rolesOf(vault).get(name) : {};
  refuseIf(!role, `unknown role ${name}`);
  const asked = textsOf(body.policies);
  const allowed = name ? textsOf(role.allowed_policies) : [];
  if (name) refuseOutside(asked, allowed);
  else refuseWithoutRole(token, body, asked);
  const usual = allowed.length > 0 ? allowed : token.policies;
  const policies = new Set(asked.length > 0 ? asked : usual);
  const bare = role.token_no_default_policy || body.no_default_policy;
  if (!bare && !policies.has('root')) policies.add('default');
  const free = kind === 'create-orphan' || body.no_parent;
  const period = secondsOf(body.period);
  const ttl = secondsOf(role.token_period) || period || secondsOf(body.ttl);
  const display = textOf(body.display_name).replace(/[^\w-]/g, '-');
  const request = {
    policies: [...policies].sort(),
    path,
    creation_ttl: ttl || maxTtl,
    ...(name && { role: name }),
    ...(period && { period }),
    meta: body.meta ? objectOf(body.meta) : null,
    display_name: display ? `token-${display}` : 'token',
    renewable: body.renewable !== false && role.renewable !== false,
    explicit_max_ttl: secondsOf(body.explicit_max_ttl),
    entity_id: body.entity_alias ? aliased(call, role) : '',
  };
  const orphan = name ? role.orphan : free;
  const issued = vault.tokens.issue(request, orphan ? undefined : token.id);
  return answerAuth(vault, issued, issued.id);
}

function refuseOutside(asked: string[], allowed: string[]) {
  const outside = asked.some(it => !allowed.includes(it));
  const list = (them: string[]) => `[${them.map(it => `"${it}"`).join(' ')}]`;
  refuseIf(
    allowed.length > 0 && outside,
    `token policies (${list(asked)}) must be subset of the role's allowed policies (${list(allowed)}) or glob policies ([])`,
  );
}

function refuseWithoutRole(token: Token, body: JsonObject, asked: string[]) {
  const bound = !isRoot(token);
  const wider = bound && asked.some(it => !token.policies.includes(it));
  const sudo = 'root or sudo privileges required to create';
  const roleOnly = 'is only allowed in combination with token role';
  refuseIf(body.entity_alias, `'entity_alias' ${roleOnly}`);
  refuseIf(wider, 'child policies must be subset of parent');
  refuseIf(bound && body.period, `${sudo} periodic token`);
  refuseIf(bound && body.no_parent, `${sudo} orphan token`);
}

function aliased({ vault, body }: Call, role: JsonObject): string {
  const name = textOf(body.entity_alias);
  const fits = textsOf(role.allowed_entity_aliases).some(pattern => {
    const start = pattern.replace(/\*$/, '');
    return pattern === start ? name === start : name.startsWith(start);
  });
  refuseIf(!fits, "invalid 'entity_alias' value");
  const accessor = vault.auth.get('token')?.shown.accessor ?? '';
  return entityOf(vault.entities, { accessor, name, metadata: {} }).id;
}

/** The answer to a login, a creation or a renewal; by accessor it comes without the id. */
export function answerAuth(vault: Vault, token: Token, id: string): WireReply {
  const { accessor, policies, meta, renewable, entity_id } = token;
  const unknown = policies.filter(it => !vault.policies.has(it));
  const warnings = unknown.map(it => `Policy "${it}" does not exist`);
  const auth = {
    client_token: id,
    accessor,
    policies,
    token_policies: policies,
    metadata: meta,
    lease_duration: vault.tokens.left(token),
    renewable,
    entity_id,
    token_type: token.type,
    orphan: token.orphan,
    mfa_requirement: null,
    num_uses: 0,
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
  const times = {
    creation_time: Math.floor(issued / 1000),
    issue_time: time(issued),
    expire_time: time(expires),
    ttl: vault.tokens.left(token),
  };
  return answer({ ...shown, ...times, id });
}

function renew({ vault, body }: Call, token: Token, id: string): WireReply {
  refuseIf(!token.renewable, 'lease is not renewable');
  const role = rolesOf(vault).get(token.role ?? '');
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
  const paths = textsOf(body.paths).map(path => [path, on(path)]);
  const byPath: JsonObject = Object.fromEntries(paths);
  const single = paths.length === 1 && {
    capabilities: Object.values(byPath)[0],
  };
  const data = { ...byPath, ...single };
  return answer(data, data);
}

function readRole({ vault, segments: [name] }: Call): WireReply {
  const role = rolesOf(vault).get(name);
  if (!role) throw refusal(404);
  return answer(role);
}

function writeRole({ vault, segments: [name], body }: Call): WireReply {
  const isList = /_(policies|aliases)$/;
  const role = mapFields(body, (value, field) =>
    isList.test(field) ? textsOf(value) : value,
  );
  const usual = {
    orphan: false,
    renewable: true,
    token_no_default_policy: false,
  };
  const token_period = secondsOf(body.token_period);
  rolesOf(vault).set(name, { ...usual, ...role, name, token_period });
  return done;
}
