import { randomBytes } from 'node:crypto';
import { at, Json, JsonObject, textOf } from '../wire/json';
import { resourceOf, Stored } from './resources';
import { ObjectStore } from './store';
import { User } from './users';

const apiVersion = 'authentication.k8s.io/v1';
const audiences = ['https://kubernetes.default.svc'];
const encoded = (value: Json) =>
  Buffer.from(JSON.stringify(value)).toString('base64url');

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
    const claims = {
      iss: audiences[0],
      aud: audiences,
      exp,
      sub: nameOf(account),
    };
    const signature = randomBytes(32).toString('base64url');
    const token = [encoded({ alg: 'HS256' }), encoded(claims), signature].join(
      '.',
    );
    this.#issued.set(token, { account, exp });
    const expirationTimestamp = new Date(exp * 1000).toISOString();
    const status = { token, expirationTimestamp };
    return { kind: 'TokenRequest', apiVersion, spec: { audiences }, status };
  }

  /** Who is behind a token; `undefined` when it is unknown or old or its account gone. */
  read(token: string): User | undefined {
    const { account, exp = 0 } = this.#issued.get(token) ?? {};
    if (!account || exp * 1000 <= this.now().getTime()) return undefined;
    const { namespace, name, uid } = account.metadata;
    const live = this.store.get(resourceOf('ServiceAccount'), namespace, name);
    if (live?.metadata.uid !== uid) return undefined;
    return { name: nameOf(account), uid: textOf(uid) };
  }

  /** Answers a TokenReview. */
  review(review: JsonObject): JsonObject {
    const found = this.read(textOf(at(review, 'spec', 'token')));
    const user = { username: found?.name, uid: found?.uid };
    const status = found
      ? { authenticated: true, user, audiences }
      : { user: {}, error: 'invalid bearer token' };
    return { ...review, kind: 'TokenReview', apiVersion, status };
  }
}

const nameOf = ({ metadata: { namespace, name } }: Stored) =>
  `system:serviceaccount:${namespace}:${name}`;
