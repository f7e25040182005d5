import { connect, Send } from '../wire/connect';
import { at, JsonObject, mapFields } from '../wire/json';
import { objectOf, textOf, textsOf } from '../wire/json';
import { WireReply } from '../wire/serve';
import { answer, denied, done, noRoute, refusal } from './answers';
import { refuseIf, secondsOf } from './answers';
import { entityOf } from './entities';
import { answerAuth } from './tokenPaths';
import { maxTtl } from './tokens';
import { Call, Mount, Routes } from './vault';

/** The set-up of the Kubernetes auth method. */
export const kubernetesAuthRoutes: Routes = {
  'write auth/([^/]+)/config': configure,
  'read auth/([^/]+)/role/([^/]+)': readRole,
  'write auth/([^/]+)/role/([^/]+)': writeRole,
};

export const kubernetesRoleExists = ({ vault, segments }: Call) =>
  Boolean(vault.auth.get(segments[0])?.roles.has(segments[1]));

type LoginCall = Omit<Call, 'token'>;

function mountOf({ vault, segments, path }: LoginCall): Mount {
  const mount = vault.auth.get(segments[0]);
  if (mount?.shown.type !== 'kubernetes') throw noRoute(path);
  return mount;
}

function configure(call: Call): WireReply {
  refuseIf(!call.body.kubernetes_host, 'no host provided');
  mountOf(call).config = call.body;
  return done;
}

function readRole(call: Call): WireReply {
  const role = mountOf(call).roles.get(call.segments[1]);
  if (!role) throw refusal(404);
  return answer(role);
}

function writeRole(call: Call): WireReply {
  const isList = /_(names|namespaces|policies)$/;
  const role = mapFields(call.body, (value, field) =>
    isList.test(field) ? textsOf(value) : value,
  );
  const token_ttl = secondsOf(call.body.token_ttl);
  const alias_name_source = 'serviceaccount_uid';
  const shown = { ...role, token_ttl, alias_name_source };
  mountOf(call).roles.set(call.segments[1], shown);
  return done;
}

/**
 * Login with a ServiceAccount's JWT, checked by the API server's own TokenReview.
 *
 * @throws 400 for an unknown role, 403 for an account that is not bound or not genuine
 */
export async function login(call: LoginCall): Promise<WireReply> {
  const { vault, body, path } = call;
  const { shown, config, roles } = mountOf(call);
  const name = textOf(body.role);
  const role = roles.get(name);
  if (!role) throw refusal(400, `invalid role name "${name}"`);
  const reviewer = textOf(config.token_reviewer_jwt);
  const kubernetes = connect({
    url: textOf(config.kubernetes_host),
    headers: { authorization: `Bearer ${reviewer}` },
    ca: textOf(config.kubernetes_ca_cert) || undefined,
  });
  const account = await review(kubernetes, textOf(body.jwt));
  await refuseUnbound(kubernetes, role, account);
  const [namespace, account_name, uid] = account;
  const metadata = {
    service_account_name: account_name,
    service_account_namespace: namespace,
    service_account_uid: uid,
  };
  const alias = { accessor: shown.accessor, name: uid, metadata };
  const bare = role.token_no_default_policy === true;
  const token = vault.tokens.issue({
    policies: textsOf(role.token_policies).concat(bare ? [] : 'default'),
    path,
    display_name: `${call.segments[0]}-${namespace}-${account_name}`,
    meta: { role: name, ...metadata },
    entity_id: entityOf(vault.entities, alias).id,
    type: textOf(role.token_type) === 'batch' ? 'batch' : 'service',
    creation_ttl: Number(role.token_ttl) || maxTtl,
  });
  return answerAuth(vault, token, token.id);
}

type Account = [namespace: string, name: string, uid: string];

async function review(kubernetes: Send, token: string): Promise<Account> {
  const apiVersion = 'authentication.k8s.io/v1';
  const question = { kind: 'TokenReview', apiVersion, spec: { token } };
  const path = `/apis/${apiVersion}/tokenreviews`;
  const { body } = await kubernetes('POST', path, question);
  const { username, uid } = objectOf(at(body, 'status', 'user'));
  const [, , namespace, name] = textOf(username).split(':');
  if (!at(body, 'status', 'authenticated') || !name) throw denied();
  return [namespace, name, textOf(uid)];
}

async function refuseUnbound(
  kubernetes: Send,
  role: JsonObject,
  [namespace, name]: Account,
) {
  const isBound = (what: string, value: string) => {
    const list = textsOf(role[`bound_service_account_${what}`]);
    return list.includes('*') || list.includes(value);
  };
  const text = 'not authorized';
  if (!isBound('names', name))
    throw refusal(403, `service account name ${text}`);
  if (isBound('namespaces', namespace)) return;
  const selector = textOf(role.bound_service_account_namespace_selector);
  const wanted = objectOf(at(JSON.parse(selector || '{}'), 'matchLabels'));
  const { body } = await kubernetes('GET', `/api/v1/namespaces/${namespace}`);
  const labels = objectOf(at(body, 'metadata', 'labels'));
  const matched = Object.keys(wanted).filter(it => labels[it] === wanted[it]);
  if (!selector || matched.length < Object.keys(wanted).length) {
    throw refusal(403, `namespace ${text}`);
  }
}
