import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { at, Json, JsonObject, objectOf, textOf, textsOf } from '../wire/json';
import { resources, Stored } from './resources';
import { ObjectStore } from './store';
import { User } from './users';

const issuer = 'https://kubernetes.default.svc';
const serviceAccounts = resources.find(it => it.kind === 'ServiceAccount');

/** Signs and checks the JWTs of ServiceAccounts, with a key that lives as long as it does. */
export class ServiceAccountTokens {
  readonly #key = randomBytes(32);

  constructor(
    private readonly store: ObjectStore,
    private readonly now: () => Date,
  ) {}

  /** Answers a TokenRequest for an account. */
  issue(account: Stored, request: JsonObject): JsonObject {
    const { name, namespace = '', uid } = account.metadata;
    const wanted = at(request, 'spec', 'audiences');
    const audiences = wanted ? textsOf(wanted) : [issuer];
    const seconds = Number(at(request, 'spec', 'expirationSeconds') ?? 3600);
    const issued = Math.floor(this.now().getTime() / 1000);
    const token = this.#sign({
      aud: audiences,
      exp: issued + seconds,
      iat: issued,
      iss: issuer,
      'kubernetes.io': { namespace, serviceaccount: { name, uid } },
      nbf: issued,
      sub: `system:serviceaccount:${namespace}:${name}`,
    });
    const until = new Date((issued + seconds) * 1000);
    const expirationTimestamp = until.toISOString().replace('.000', '');
    return {
      kind: 'TokenRequest',
      apiVersion: 'authentication.k8s.io/v1',
      metadata: { name, namespace },
      spec: { audiences, expirationSeconds: seconds },
      status: { token, expirationTimestamp },
    };
  }

  /** The account behind a token; `undefined` when forged, expired or its account is gone. */
  read(token: string): (User & { audiences: string[] }) | undefined {
    const claims = this.#verify(token);
    const account = objectOf(at(claims, 'kubernetes.io', 'serviceaccount'));
    const namespace = textOf(at(claims, 'kubernetes.io', 'namespace'));
    const expired = Number(at(claims, 'exp')) * 1000 <= this.now().getTime();
    if (!claims || expired || !serviceAccounts) return undefined;
    const name = textOf(account.name);
    const live = this.store.get(serviceAccounts, namespace, name);
    if (!live || live.metadata.uid !== account.uid) return undefined;
    const groups = [
      'system:serviceaccounts',
      `system:serviceaccounts:${namespace}`,
      'system:authenticated',
    ];
    const audiences = textsOf(at(claims, 'aud'));
    return {
      name: textOf(at(claims, 'sub')),
      uid: live.metadata.uid,
      groups,
      audiences,
    };
  }

  #sign(claims: JsonObject): string {
    const part = (value: Json) =>
      Buffer.from(JSON.stringify(value)).toString('base64url');
    const content = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
    return `${content}.${this.#signature(content).toString('base64url')}`;
  }

  #verify(token: string): Json | undefined {
    const [head, claims, signature] = token.split('.');
    if (!signature) return undefined;
    const given = Buffer.from(signature, 'base64url');
    const right = this.#signature(`${head}.${claims}`);
    const genuine =
      given.length === right.length && timingSafeEqual(given, right);
    const text = Buffer.from(claims, 'base64url').toString();
    return genuine ? JSON.parse(text) : undefined;
  }

  #signature(content: string): Buffer {
    return createHmac('sha256', this.#key).update(content).digest();
  }
}
