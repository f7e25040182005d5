import { connect, Send } from '../wire/connect';
import { at, JsonObject, objectOf, textOf, textsOf } from '../wire/json';
import { refusal, unproven } from './answers';
import { answerAuth } from './tokenPaths';
import { maxTtl } from './tokens';
import { Vault } from './vault';

/** Login with a ServiceAccount's JWT, checked by the API server's own TokenReview. */
export async function login(vault: Vault, method: string, body: JsonObject) {
  const { documents, tokens } = vault;
  const config = documents.get(`auth/${method}/config`);
  if (!config) throw unproven();
  const missing = ['role', 'jwt'].find(it => !body[it]);
  if (missing) throw refusal(400, `missing ${missing}`);
  const name = textOf(body.role);
  const role = documents.get(`auth/${method}/role/${name}`);
  if (!role) throw refusal(400, `invalid role name "${name}"`);
  const kubernetes = connect({
    url: textOf(config.kubernetes_host),
    headers: { authorization: `Bearer ${config.token_reviewer_jwt}` },
    ca: textOf(config.kubernetes_ca_cert) || undefined,
  });
  const [home, account, uid] = await review(kubernetes, body);
  await refuseUnbound(kubernetes, role, [home, account]);
  const its = { service_account_namespace: home, service_account_uid: uid };
  const metadata = { service_account_name: account, ...its };
  const accessor = textOf(documents.get(`sys/auth/${method}`)?.accessor);
  const usual = role.token_no_default_policy === true ? [] : 'default';
  const token = tokens.issue({
    policies: textsOf(role.token_policies).concat(usual),
    path: `auth/${method}/login`,
    display_name: `${method}-${home}-${account}`,
    meta: { role: name, ...metadata },
    entity_id: tokens.entityOf({ accessor, name: uid, metadata }),
    type: textOf(role.token_type) || 'service',
    creation_ttl: Number(role.token_ttl) || maxTtl,
  });
  return answerAuth(vault, token, token.id);
}

async function review(kubernetes: Send, { jwt: token }: JsonObject) {
  const apiVersion = 'authentication.k8s.io/v1';
  const question = { kind: 'TokenReview', apiVersion, spec: { token } };
  const path = `/apis/${apiVersion}/tokenreviews`;
  const { body } = await kubernetes('POST', path, question);
  const { username, uid } = objectOf(at(body, 'status', 'user'));
  const [, , namespace, name] = textOf(username).split(':');
  if (!at(body, 'status', 'authenticated') || !name) throw unproven();
  return [namespace, name, textOf(uid)];
}

async function refuseUnbound(api: Send, role: JsonObject, who: string[]) {
  const [namespace, name] = who;
  const bound = 'bound_service_account';
  const includes = (field: string, value: string) =>
    textsOf(role[`${bound}_${field}`]).some(it => it === '*' || it === value);
  const refused = (what: string) => refusal(403, `${what} not authorized`);
  if (!includes('names', name)) throw refused('service account name');
  if (includes('namespaces', namespace)) return;
  const selector = textOf(role[`${bound}_namespace_selector`]);
  const wanted = objectOf(at(JSON.parse(selector || '{}'), 'matchLabels'));
  const { body } = await api('GET', `/api/v1/namespaces/${namespace}`);
  const labels = objectOf(at(body, 'metadata', 'labels'));
  const matched = Object.keys(wanted).every(it => labels[it] === wanted[it]);
  if (!selector || !matched) throw refused('namespace');
}
