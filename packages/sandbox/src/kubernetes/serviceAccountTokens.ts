import { createHmac, randomBytes } from 'node:crypto';
import { at, Json, JsonObject, textOf } from '../wire/json';
import { resourceOf, Stored } from './resources';
import { ObjectStore } from './store';
import { User } from './users';

const apiVersion = 'authentication.k8s.io/v1';
const aud = ['https://kubernetes.default.svc'];
const encoded = (value: Json) =>
  Buffer.from(JSON.stringify(value)).toString('base64url');

/** Signs and checks the JWTs of ServiceAccounts with a key of its own. */
export class ServiceAccountTokens {
  readonly #key = randomBytes(32);

  constructor(
    private readonly store: ObjectStore,
    private readonly now: () => Date,
  ) {}

  /** Answers a TokenRequest for an account. */
  issue({ metadata }: Stored, request: JsonObject): JsonObject {
    const { name, namespace = '', uid } = metadata;
    const iat = Math.floor(this.now().getTime() / 1000);
    const exp = iat + Number(at(request, 'spec', 'expirationSeconds') ?? 3600);
    const sub = `system:serviceaccount:${namespace}:${name}`;
    const account = { namespace, serviceaccount: { name, uid } };
    const claims = {
      aud,
      iss: aud[0],
      exp,
      iat,
      sub,
      'kubernetes.io': account,
    };
    const content = `${encoded({ alg: 'HS256' })}.${encoded(claims)}`;
    const token = `${content}.${this.#sign(content)}`;
    const expirationTimestamp = new Date(exp * 1000).toISOString();
    const status = { token, expirationTimestamp };
    return {
      kind: 'TokenRequest',
      apiVersion,
      spec: { audiences: aud },
      status,
    };
  }

  /** Who is behind a token; `undefined` when it is forged or old or its account gone. */
  read(token: string): User | undefined {
    const [head, body, signature] = token.split('.');
    if (signature !== this.#sign(`${head}.${body}`)) return undefined;
    const claims: Json = JSON.parse(`${Buffer.from(body, 'base64url')}`);
    const [, , namespace, account] = textOf(at(claims, 'sub')).split(':');
    const uid = at(claims, 'kubernetes.io', 'serviceaccount', 'uid');
    const live = this.store.get(
      resourceOf('ServiceAccount'),
      namespace,
      account,
    );
    const old = Number(at(claims, 'exp')) * 1000 <= this.now().getTime();
    if (old || live?.metadata.uid !== uid) return undefined;
    return { name: textOf(at(claims, 'sub')), uid: textOf(uid) };
  }

  /** Answers a TokenReview. */
  review(review: JsonObject): JsonObject {
    const found = this.read(textOf(at(review, 'spec', 'token')));
    const user = { username: found?.name, uid: found?.uid };
    const status = found
      ? { authenticated: true, user, audiences: aud }
      : { user: {}, error: 'invalid bearer token' };
    return { ...review, kind: 'TokenReview', apiVersion, status };
  }

  #sign(content: string): string {
    return createHmac('sha256', this.#key).update(content).digest('base64url');
  }
}
