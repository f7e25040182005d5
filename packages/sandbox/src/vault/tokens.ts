import { randomBytes, randomUUID } from 'node:crypto';
import { JsonObject } from '../wire/json';

/** Vault's default and longest lease: 32 days, in seconds. */
export const maxTtl = 2_764_800;

/** Who is behind tokens: one entity for each alias of an auth mount. */
export type Entity = Record<'id' | 'accessor' | 'name', string> & {
  metadata: JsonObject;
};

type Texts = 'id' | 'accessor' | 'type' | 'display_name' | 'path' | 'entity_id';

/** A token: what a lookup shows of it, and what only Vault knows. Lengths are seconds. */
export interface Token extends Record<Texts, string> {
  policies: string[];
  meta: JsonObject | null;
  role?: string;
  orphan: boolean;
  renewable: boolean;
  period?: number;
  creation_ttl: number;
  hidden: { issued: number; expires: number };
}

type Request = Pick<Token, 'policies' | 'path' | 'creation_ttl'>;

/** The tokens that live by Vault's clock, and the entities behind them. */
export class TokenStore {
  #all: Token[] = [];
  readonly entities: Entity[] = [];

  constructor(private readonly now: () => Date) {}

  /** Issues a token for its `creation_ttl`; 0 is for ever. */
  issue(request: Request & Partial<Token>): Token {
    const batch = request.type === 'batch';
    const secret = randomBytes(24).toString('base64url');
    const token = {
      id: `${batch ? 'hvb' : 'hvs'}.${secret}`,
      accessor: batch ? '' : randomBytes(12).toString('hex'),
      type: 'service',
      meta: null,
      display_name: 'token',
      entity_id: '',
      orphan: true,
      renewable: !batch,
      ...request,
      hidden: { issued: this.now().getTime(), expires: Infinity },
    };
    this.#all.push(token);
    if (token.creation_ttl) this.extend(token, token.creation_ttl, true);
    return token;
  }

  /** Lets a token live `seconds` from now; if it is not periodic, 32 days in all. */
  extend({ hidden }: Token, seconds: number, periodic: boolean) {
    const wanted = this.now().getTime() + Math.min(seconds, maxTtl) * 1000;
    const limit = periodic ? Infinity : hidden.issued + maxTtl * 1000;
    hidden.expires = Math.min(wanted, limit);
  }

  /** Seconds a token has left; 0 for one that never ends. */
  left({ hidden: { expires } }: Token): number {
    const seconds = Math.ceil((expires - this.now().getTime()) / 1000);
    return expires === Infinity ? 0 : seconds;
  }

  find(field: 'id' | 'accessor', value: string): Token | undefined {
    return this.living().find(it => value && it[field] === value);
  }
  living(): Token[] {
    const now = this.now().getTime();
    this.#all = this.#all.filter(it => it.hidden.expires > now);
    return this.#all;
  }
  revoke(token: Token) {
    this.#all = this.#all.filter(it => it !== token);
  }
  /** The id of an alias's entity, made when it is new; its metadata is the latest. */
  entityOf(alias: Omit<Entity, 'id'>): string {
    const its = this.entities.filter(it => it.accessor === alias.accessor);
    const known = its.find(it => it.name === alias.name);
    const entity = Object.assign(known ?? { id: randomUUID() }, alias);
    if (!known) this.entities.push(entity);
    return entity.id;
  }
}
