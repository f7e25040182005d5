import { readFile } from 'node:fs/promises';
import { VolumeEncryptionError } from 'backstage-plugin-volume-encryption-common';
import type { KmsAuth, KmsConfig } from '../config/types';
import { numberAt, textAt } from '../network/valueAt';
import { isRefusal } from './VaultRefusal';
import { requirePath } from './vaultPath';

/** What a session asks of Vault. */
export interface LoginCalls {
  write(path: string, body: object, what: string): Promise<unknown>;
  /** Whether Vault still takes the token. */
  isAccepted(token: string): Promise<boolean>;
  revoke(token: string): Promise<void>;
}

/** A login is used up when this much of its time has passed. */
const USABLE_PART = 2 / 3;

interface Login {
  token: string;
  /** In milliseconds, by the clock of this process. */
  usableUntil: number;
}

/**
 * The portal's token at one Vault. A login is kept and shared, because Vault
 * keeps a lease for each.
 */
export class Session {
  readonly #auth: KmsAuth;
  readonly #kms: string;
  readonly #who: string;
  readonly #calls: LoginCalls;
  #login?: Promise<Login>;

  /** @param who - for messages: whose login it is */
  constructor({ auth, name }: KmsConfig, calls: LoginCalls, who: string) {
    this.#auth = auth;
    this.#kms = name;
    this.#calls = calls;
    this.#who = who;
  }

  /** The token to use now. Throws VolumeEncryptionError. */
  async token(): Promise<string> {
    if (this.#auth.method === 'token') return this.#auth.token;
    if (this.#auth.method === 'token-file') return this.#file(this.#auth.file);
    const login = await this.#kept();
    if (login.usableUntil > Date.now()) return login.token;
    return this.#instead(login.token);
  }

  /**
   * Another token after Vault refused this one, or undefined when another would
   * not help: 403 also means that the token lacks a right.
   */
  async replace(refused: string): Promise<string | undefined> {
    const current = await this.token();
    if (current !== refused) return current;
    const { method } = this.#auth;
    if (method === 'token' || method === 'token-file') return undefined;
    if (await this.#calls.isAccepted(refused)) return undefined;
    return this.#instead(refused);
  }

  /**
   * Revokes the login; a token that was configured is not ours to revoke. Where
   * that cannot be done, the login ends by itself.
   */
  async end(): Promise<void> {
    const kept = this.#login;
    this.#login = undefined;
    try {
      const login = await kept;
      if (login) await this.#calls.revoke(login.token);
    } catch {
      // Its failure must not hide how that went for which it was used.
    }
  }

  /** Of many callers that need another login, the first one logs in. */
  async #instead(old: string): Promise<string> {
    const login = await this.#kept();
    if (login.token !== old) return login.token;
    this.#login = undefined;
    return (await this.#kept()).token;
  }

  #kept(): Promise<Login> {
    if (!this.#login) {
      const login = this.#logIn();
      this.#login = login;
      login.catch(() => {
        if (this.#login === login) this.#login = undefined;
      });
    }
    return this.#login;
  }

  async #logIn(): Promise<Login> {
    const [mount, body] = await this.#proof();
    const path = `auth/${requirePath('auth.mountPath', mount)}/login`;
    try {
      const what = `log ${this.#who} in at auth/${mount}`;
      const answer = await this.#calls.write(path, body, what);
      const token = textAt(answer, 'auth', 'client_token');
      const seconds = numberAt(answer, 'auth', 'lease_duration') ?? 0;
      if (!token) throw this.#refused(mount);
      // A token that does not end has the duration 0.
      const usableMs = seconds > 0 ? seconds * 1000 * USABLE_PART : Infinity;
      return { token, usableUntil: Date.now() + usableMs };
    } catch (error) {
      // AppRole and JWT answer what they do not take with 400.
      throw isRefusal(error, 400) || isRefusal(error, 403)
        ? this.#refused(mount)
        : error;
    }
  }

  async #proof(): Promise<[mount: string, body: object]> {
    const auth = this.#auth;
    if (auth.method === 'kubernetes' || auth.method === 'jwt') {
      const jwt = await this.#file(auth.tokenFile);
      return [auth.mountPath, { role: auth.role, jwt }];
    }
    if (auth.method === 'app-role') {
      const secret_id = await this.#file(auth.secretIdFile);
      return [auth.mountPath, { role_id: auth.roleId, secret_id }];
    }
    throw new Error('a token needs no login');
  }

  /** Read at every use, since agents and projected volumes replace it. */
  async #file(path: string): Promise<string> {
    const text = await readFile(path, 'utf8').catch(() => '');
    if (text.trim()) return text.trim();
    throw new VolumeEncryptionError(
      'kms-denied',
      `The credential of ${this.#who} for Vault "${this.#kms}" cannot be read from ${path}: see that the file is there and not empty.`,
      { field: 'auth' },
    );
  }

  #refused(mount: string): VolumeEncryptionError {
    return new VolumeEncryptionError(
      'kms-denied',
      `Vault "${this.#kms}" does not log ${this.#who} in at auth/${mount}: check the role and what it is bound to.`,
      { field: 'auth' },
    );
  }
}
