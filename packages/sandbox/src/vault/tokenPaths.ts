import { JsonObject, objectOf, textOf, textsOf } from '../wire/json';
import { WireReply } from '../wire/serve';
import { answer, badAccessor, done, refusal, secondsOf } from './answers';
import { Token, TokenRequest } from './tokens';
import { Call, capabilitiesOf, Route, Vault } from './vault';

/** `auth/token/…` and the two `sys/capabilities-…`. */
export const tokenRoutes: Route[] = [
  { path: /^auth\/token\/create(-orphan)?$/, on: { write: create } },
  { path: /^auth\/token\/create\/()([^/]+)$/, on: { write: createByRole } },
  {
    path: /^auth\/token\/roles\/([^/]+)$/,
    on: { read: readRole, write: writeRole, delete: deleteRole },
    exists: ({ vault, segments: [name] }) => vault.tokenRoles.has(name),
  },
  {
    path: /^auth\/token\/lookup-self$/,
    on: { read: ({ vault, token }) => answer(lookedUp(vault, token)) },
  },
  {
    path: /^auth\/token\/lookup-accessor$/,
    on: {
      write: call => answer({ ...lookedUp(call.vault, meant(call)), id: '' }),
    },
  },
  {
    path: /^auth\/token\/renew-self$/,
    on: { write: call => renew(call, call.token) },
  },
  {
    path: /^auth\/token\/renew-accessor$/,
    on: { write: call => renew(call, { ...meant(call), id: '' }) },
  },
  {
    path: /^auth\/token\/revoke-self$/,
    on: { write: ({ vault, token }) => revoke(vault, token) },
  },
  { path: /^auth\/token\/revoke-accessor$/, on: { write: revokeByAccessor } },
  {
    path: /^sys\/capabilities-self$/,
    on: { write: call => capabilities(call, call.token) },
  },
  {
    path: /^sys\/capabilities-accessor$/,
    on: { write: call => capabilities(call, meant(call)) },
  },
];

function meant({ vault, body }: Call): Token {
  const token = vault.tokens.byAccessor(textOf(body.accessor));
  if (!token) throw badAccessor();
  return token;
}

function create(call: Call): WireReply {
  const { vault, body, token, path } = call;
  const root = token.policies.includes('root');
  const asked = textsOf(body.policies);
  if (body.entity_alias) {
    throw refusal(
      400,
      "'entity_alias' is only allowed in combination with token role",
    );
  }
  if (!root && asked.some(it => !token.policies.includes(it))) {
    throw refusal(400, 'child policies must be subset of parent');
  }
  if (!root && body.period) {
    throw refusal(
      400,
      'root or sudo privileges required to create periodic token',
    );
  }
  const orphan = path.endsWith('-orphan') || (root && body.no_parent === true);
  const policies = asked.length > 0 ? asked : token.policies;
  const bare = body.no_default_policy === true || policies.includes('root');
  const period = secondsOf(body.period);
  const wanted = { policies: bare ? policies : [...policies, 'default'] };
  return issue(vault, body, {
    ...wanted,
    path,
    orphan,
    period,
    ...(orphan ? {} : { parent: token.id }),
  });
}

function createByRole({ vault, body, token, path, ...call }: Call): WireReply {
  const name = call.segments[1];
  const role = vault.tokenRoles.get(name);
  if (!role) throw refusal(400, `unknown role ${name}`);
  const allowed = textsOf(role.allowed_policies);
  const asked = textsOf(body.policies);
  const quoted = (list: string[]) => `[${list.map(it => `"${it}"`).join(' ')}]`;
  if (allowed.length > 0 && asked.some(it => !allowed.includes(it))) {
    throw refusal(
      400,
      `token policies (${quoted(asked)}) must be subset of the role's allowed policies (${quoted(allowed)}) or glob policies ([])`,
    );
  }
  const [usual] = [allowed.length > 0 ? allowed : token.policies];
  const policies = asked.length > 0 ? asked : usual;
  const bare = role.token_no_default_policy === true;
  const alias = textOf(body.entity_alias);
  return issue(vault, body, {
    policies: bare ? policies : [...policies, 'default'],
    path,
    role: name,
    period: secondsOf(role.token_period),
    orphan: role.orphan === true,
    ...(role.orphan === true ? {} : { parent: token.id }),
    entityId: alias && entityOf(vault, role, alias),
    ...(role.renewable === false ? { renewable: false } : {}),
  });
}

function entityOf(vault: Vault, role: JsonObject, alias: string): string {
  const allowed = textsOf(role.allowed_entity_aliases).some(pattern =>
    pattern.endsWith('*')
      ? alias.startsWith(pattern.slice(0, -1))
      : alias === pattern,
  );
  if (!allowed) throw refusal(400, "invalid 'entity_alias' value");
  const accessor = vault.auth.get('token')?.accessor ?? '';
  return vault.entities.ofAlias(accessor, alias).id;
}

function issue(vault: Vault, body: JsonObject, request: TokenRequest) {
  const name = textOf(body.display_name);
  const token = vault.tokens.issue({
    ttl: secondsOf(body.ttl),
    explicitMaxTtl: secondsOf(body.explicit_max_ttl),
    renewable: body.renewable !== false,
    meta: body.meta ? objectOf(body.meta) : null,
    displayName: name ? `token-${name}` : 'token',
    ...request,
    policies: [...new Set(request.policies)].sort(),
  });
  const warnings = token.policies
    .filter(policy => !vault.policies.has(policy))
    .map(policy => `Policy "${policy}" does not exist`);
  const auth = authOf(token, vault.tokens.remaining(token));
  return answer(null, { auth, ...(warnings.length > 0 && { warnings }) });
}

/** The `auth` of a login, a creation or a renewal. */
export function authOf(token: Token, lease: number): JsonObject {
  return {
    client_token: token.id,
    accessor: token.accessor,
    policies: token.policies,
    token_policies: token.policies,
    metadata: token.meta,
    lease_duration: lease,
    renewable: token.renewable,
    entity_id: token.entityId,
    token_type: token.type,
    orphan: token.orphan,
    mfa_requirement: null,
    num_uses: 0,
  };
}

/** As real Vault: a period that comes from the role is not shown on the token. */
function lookedUp({ tokens }: Vault, token: Token): JsonObject {
  const time = (at: number) => new Date(at).toISOString();
  const seconds = (at: number) => Math.floor(at / 1000);
  return {
    accessor: token.accessor,
    creation_time: seconds(token.issuedAt),
    creation_ttl: token.ttl,
    display_name: token.displayName,
    entity_id: token.entityId,
    expire_time: token.expiresAt === Infinity ? null : time(token.expiresAt),
    explicit_max_ttl: token.explicitMaxTtl,
    id: token.id,
    issue_time: time(token.issuedAt),
    ...(token.renewedAt && {
      last_renewal: time(token.renewedAt),
      last_renewal_time: seconds(token.renewedAt),
    }),
    meta: token.meta,
    num_uses: 0,
    orphan: token.orphan,
    path: token.path,
    ...(token.period && !token.role && { period: token.period }),
    policies: token.policies,
    renewable: token.renewable,
    ...(token.role && { role: token.role }),
    ttl: tokens.remaining(token),
    type: token.type,
  };
}

function renew({ vault, body }: Call, shown: Token): WireReply {
  const token = vault.tokens.byAccessor(shown.accessor);
  if (!token?.renewable) throw refusal(400, 'lease is not renewable');
  const role = vault.tokenRoles.get(token.role ?? '');
  if (role) token.period = secondsOf(role.token_period);
  const wanted = token.period || secondsOf(body.increment) || token.ttl;
  vault.tokens.extend(token, wanted);
  token.renewedAt = vault.now().getTime();
  const auth = authOf(shown, vault.tokens.remaining(token));
  return answer(null, { auth });
}

function revoke({ tokens }: Vault, token: Token): WireReply {
  tokens.revoke(token);
  return done;
}

function revokeByAccessor({ vault, body }: Call): WireReply {
  const token = vault.tokens.byAccessor(textOf(body.accessor));
  const warnings = ['No token found with this accessor'];
  return token ? revoke(vault, token) : answer(null, { warnings });
}

function capabilities({ vault, body }: Call, token: Token): WireReply {
  const paths = textsOf(body.paths ?? body.path);
  const found = paths.map(path => [path, capabilitiesOf(vault, token, path)]);
  const byPath: JsonObject = Object.fromEntries(found);
  const single = paths.length === 1 && { capabilities: byPath[paths[0]] };
  return answer({ ...byPath, ...single }, { sys: true });
}

function readRole({ vault, segments: [name] }: Call): WireReply {
  const role = vault.tokenRoles.get(name);
  if (!role) throw refusal(404);
  return answer(role);
}

function writeRole({ vault, segments: [name], body }: Call): WireReply {
  vault.tokenRoles.set(name, {
    name,
    allowed_policies: textsOf(body.allowed_policies),
    disallowed_policies: textsOf(body.disallowed_policies),
    allowed_entity_aliases: textsOf(body.allowed_entity_aliases),
    orphan: body.orphan === true,
    renewable: body.renewable !== false,
    token_period: secondsOf(body.token_period),
    token_no_default_policy: body.token_no_default_policy === true,
    token_type: body.token_type ?? 'default-service',
  });
  return done;
}

function deleteRole({ vault, segments: [name] }: Call): WireReply {
  vault.tokenRoles.delete(name);
  return done;
}
