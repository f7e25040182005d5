import { randomBytes } from 'node:crypto';
import { at, Json, JsonObject, textOf } from '../wire/json';
import { resourceOf, Stored } from './resources';
import { ObjectStore } from './store';

const apiVersion = 'authentication.k8s.io/v1';
const audiences = ['https://kubernetes.default.svc'];
const encoded = (value: Json) =>
  Buffer.from(JSON.stringify(value)).toString('base64url');
const nameOf = ({ metadata: { namespace, name } }: Stored) =>
  `system:serviceaccount:${namespace}:${name}`;

/** Issues the JWTs of ServiceAccounts and remembers them: their signature is a secret. */
export class ServiceAccountTokens {
  readonly #issued = new Map<string, { account: Stored; exp: number }>();

  constructor(
    private readonly store: ObjectStore,
    private readonly now: () => Date,
  ) {}

  /** Answers a TokenRequest for an account. */
  issue(account: Stored): JsonObject {
    const exp = Math.floor(this.now().getTime() / 1000) + 3600;
    const claims = { aud: audiences, exp, sub: nameOf(account) };
    const signature = randomBytes(32).toString('base64url');
    const token = `${encoded({ alg: 'HS256' })}.${encoded(claims)}.${signature}`;
    this.#issued.set(token, { account, exp });
    const expirationTimestamp = new Date(exp * 1000).toISOString();
    const status = { token, expirationTimestamp };
    return { kind: 'TokenRequest', apiVersion, spec: { audiences }, status };
  }

  /** The account of a token; `undefined` when it is unknown or old or its account gone. */
  read(token: string) {
    const { account, exp = 0 } = this.#issued.get(token) ?? {};
    if (!account || exp * 1000 <= this.now().getTime()) return undefined;
    const { namespace, name, uid } = account.metadata;
    const live = this.store.get(resourceOf('ServiceAccount'), namespace, name);
    const same = live?.metadata.uid === uid;
    return same ? { name: nameOf(account), uid } : undefined;
  }

  /** Answers a TokenReview. */
  review(review: JsonObject): JsonObject {
    const user = this.read(textOf(at(review, 'spec', 'token')));
    const known = { username: user?.name, uid: user?.uid };
    const error = 'invalid bearer token';
    const status = user
      ? { authenticated: true, user: known, audiences }
      : { user: {}, error };
    return { ...review, kind: 'TokenReview', apiVersion, status };
  }
}
