import { randomBytes } from 'node:crypto';
import { JsonObject } from '../wire/json';

/** Vault's default and maximal lease: 32 days, in seconds. */
export const maxTtl = 2_764_800;

/** A token as it was issued. Times are milliseconds, lengths seconds; 0 means none. */
export interface Token {
  id: string;
  accessor: string;
  type: 'service' | 'batch';
  policies: string[];
  meta: JsonObject | null;
  displayName: string;
  path: string;
  role?: string;
  entityId: string;
  parent?: string;
  orphan: boolean;
  renewable: boolean;
  period: number;
  explicitMaxTtl: number;
  ttl: number;
  issuedAt: number;
  renewedAt?: number;
  expiresAt: number;
}

export type TokenRequest = Pick<Token, 'policies' | 'path'> & Partial<Token>;

export class TokenStore {
  readonly #byId = new Map<string, Token>();

  constructor(private readonly now: () => Date) {}

  /** Issues a token; without ttl and period it lives for the default 768 hours. */
  issue(request: TokenRequest): Token {
    const type = request.type ?? 'service';
    const issuedAt = this.now().getTime();
    const secret = randomBytes(24).toString('base64url');
    const token: Token = {
      id: `${type === 'batch' ? 'hvb' : 'hvs'}.${secret}`,
      accessor: type === 'batch' ? '' : randomBytes(12).toString('hex'),
      type,
      meta: null,
      displayName: 'token',
      entityId: '',
      orphan: false,
      renewable: true,
      period: 0,
      explicitMaxTtl: 0,
      issuedAt,
      expiresAt: Infinity,
      ...request,
      ttl: 0,
    };
    this.#byId.set(token.id, token);
    const root = token.policies.includes('root');
    if (!root) this.extend(token, request.period || request.ttl || maxTtl);
    token.ttl = this.remaining(token);
    return token;
  }

  /** Lets a token live `seconds` from now, within its maximum; a period has none. */
  extend(token: Token, seconds: number) {
    const now = this.now().getTime();
    const limit = token.period ? Infinity : maxTtl;
    const most = Math.min(token.explicitMaxTtl || Infinity, limit);
    const wanted = now + Math.min(seconds, maxTtl) * 1000;
    token.expiresAt = Math.min(wanted, token.issuedAt + most * 1000);
  }

  /** Seconds a token has left; 0 for one that never ends. */
  remaining({ expiresAt }: Token): number {
    const left = (expiresAt - this.now().getTime()) / 1000;
    return left === Infinity ? 0 : Math.ceil(left);
  }

  byId(id: string): Token | undefined {
    const token = this.#byId.get(id);
    const alive = token && token.expiresAt > this.now().getTime();
    if (token && !alive) this.revoke(token);
    return alive ? token : undefined;
  }

  byAccessor(accessor: string): Token | undefined {
    const all = [...this.#byId.values()];
    const token = all.find(it => it.accessor && it.accessor === accessor);
    return token && this.byId(token.id);
  }

  /** Ends a token and all that were made with it, except orphans. */
  revoke(token: Token) {
    this.#byId.delete(token.id);
    const all = [...this.#byId.values()];
    all.filter(it => it.parent === token.id).forEach(it => this.revoke(it));
  }
}
