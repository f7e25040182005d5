import { at, JsonObject, objectOf, textOf, textsOf } from '../wire/json';
import { connect } from '../wire/connect';
import { WireReply } from '../wire/serve';
import { answer, denied, done, noRoute, refusal, secondsOf } from './answers';
import { authOf } from './tokenPaths';
import { Call, KubernetesAuth, Mount, Route } from './vault';

/** `auth/<path>/config`, `role/<name>` and `login` of the Kubernetes auth method. */
export const kubernetesAuthRoutes: Route[] = [
  {
    path: /^auth\/([^/]+)\/config$/,
    on: { read: readConfig, write: configure },
  },
  {
    path: /^auth\/([^/]+)\/role\/([^/]+)$/,
    on: { read: readRole, write: writeRole },
    exists: call => mountOf(call).content.roles.has(call.segments[1]),
  },
];

function mountOf({
  vault,
  segments,
  path,
}: Pick<Call, 'vault' | 'segments' | 'path'>): Mount<KubernetesAuth> {
  const mount = vault.auth.get(segments[0]);
  if (mount?.type !== 'kubernetes') throw noRoute(path);
  return mount;
}

function readConfig(call: Call): WireReply {
  const { token_reviewer_jwt, ...shown } = mountOf(call).content.config;
  const set = Boolean(token_reviewer_jwt);
  return answer({ ...shown, token_reviewer_jwt_set: set });
}

function configure(call: Call): WireReply {
  if (!call.body.kubernetes_host) throw refusal(400, 'no host provided');
  mountOf(call).content.config = call.body;
  return done;
}

function readRole(call: Call): WireReply {
  const role = mountOf(call).content.roles.get(call.segments[1]);
  if (!role) throw refusal(404);
  return answer(role);
}

function writeRole(call: Call): WireReply {
  const { body, segments } = call;
  const role = {
    bound_service_account_names: textsOf(body.bound_service_account_names),
    bound_service_account_namespaces: textsOf(
      body.bound_service_account_namespaces,
    ),
    bound_service_account_namespace_selector: textOf(
      body.bound_service_account_namespace_selector,
    ),
    audience: textOf(body.audience),
    alias_name_source: 'serviceaccount_uid',
    token_policies: textsOf(body.token_policies),
    token_no_default_policy: body.token_no_default_policy === true,
    token_type: body.token_type ?? 'default-service',
    token_ttl: secondsOf(body.token_ttl),
  };
  mountOf(call).content.roles.set(segments[1], role);
  return done;
}

/**
 * Login with a ServiceAccount's JWT, checked by the API server's own TokenReview.
 *
 * @throws 400 for an unknown role, 403 for an account that is not bound or not genuine
 */
export async function login(call: Omit<Call, 'token'>): Promise<WireReply> {
  const { vault, body } = call;
  const mount = mountOf(call);
  const name = textOf(body.role);
  const role = mount.content.roles.get(name);
  if (!role) throw refusal(400, `invalid role name "${name}"`);
  const account = await review(mount.content.config, textOf(body.jwt));
  await refuseUnbound(mount.content.config, role, account);
  const metadata = {
    role: name,
    service_account_name: account.name,
    service_account_namespace: account.namespace,
    service_account_secret_name: '',
    service_account_uid: account.uid,
  };
  const { role: _, ...aliasMetadata } = metadata;
  const entity = vault.entities.ofAlias(
    mount.accessor,
    account.uid,
    aliasMetadata,
  );
  const batch = role.token_type === 'batch';
  const bare = role.token_no_default_policy === true;
  const policies = textsOf(role.token_policies);
  const token = vault.tokens.issue({
    policies: bare ? policies : ['default', ...policies],
    path: call.path,
    displayName: `kubernetes-${account.namespace}-${account.name}`,
    meta: metadata,
    entityId: entity.id,
    type: batch ? 'batch' : 'service',
    renewable: !batch,
    orphan: true,
    ttl: secondsOf(role.token_ttl),
  });
  return answer(null, { auth: authOf(token, vault.tokens.remaining(token)) });
}

interface Account {
  name: string;
  namespace: string;
  uid: string;
}

function apiServer(config: JsonObject) {
  const token = textOf(config.token_reviewer_jwt);
  const headers = { authorization: `Bearer ${token}` };
  const ca = textOf(config.kubernetes_ca_cert) || undefined;
  return connect({ url: textOf(config.kubernetes_host), headers, ca });
}

async function review(config: JsonObject, jwt: string): Promise<Account> {
  const path = '/apis/authentication.k8s.io/v1/tokenreviews';
  const kind = 'TokenReview';
  const apiVersion = 'authentication.k8s.io/v1';
  const question = { kind, apiVersion, spec: { token: jwt } };
  const { body } = await apiServer(config)('POST', path, question);
  const user = objectOf(at(body, 'status', 'user'));
  const [, , namespace, name] = textOf(user.username).split(':');
  if (at(body, 'status', 'authenticated') !== true || !name) throw denied();
  return { name, namespace, uid: textOf(user.uid) };
}

async function refuseUnbound(
  config: JsonObject,
  role: JsonObject,
  { name, namespace }: Account,
) {
  const within = (list: string[], value: string) =>
    list.includes('*') || list.includes(value);
  if (!within(textsOf(role.bound_service_account_names), name)) {
    throw refusal(403, 'service account name not authorized');
  }
  const namespaces = textsOf(role.bound_service_account_namespaces);
  if (within(namespaces, namespace)) return;
  const selector = textOf(role.bound_service_account_namespace_selector);
  const wanted = selector
    ? objectOf(at(JSON.parse(selector), 'matchLabels'))
    : {};
  const path = `/api/v1/namespaces/${namespace}`;
  const { body } = await apiServer(config)('GET', path);
  const labels = Object.entries(wanted);
  const matched = labels.every(
    ([key, value]) => at(body, 'metadata', 'labels', key) === value,
  );
  if (labels.length === 0 || !matched) {
    throw refusal(403, 'namespace not authorized');
  }
}
