import nodeVault from 'node-vault';
import type { KmsConfig } from '../config/types';
import { Deadline } from '../network/Deadline';
import { repeatPutOff } from './repeatPutOff';
import { Session, type LoginCalls } from './Session';
import { isRefusal } from './VaultRefusal';
import {
  ourErrorOf,
  VaultTransport,
  type NodeVaultRequest,
  type VaultCall,
} from './VaultTransport';

/** What a call is for, and who may stop it. */
export interface Purpose {
  /** For messages, such as "read the mount". */
  what: string;
  signal?: AbortSignal;
  /**
   * Not to be sent again when there may be no active node: because it would be
   * done twice, as minting is, or because it is not worth the wait.
   */
  once?: boolean;
  /** Seconds for which the answer is wrapped, to be taken out by another. */
  wrapTtl?: number;
}

/** As node-vault takes them: headers of this call, and what it is for. */
interface CallOptions {
  call: VaultCall;
  headers: Record<string, string>;
}

/**
 * Reads, writes and deletes at paths of one Vault as the portal. Of node-vault
 * only `read`, `write` and `delete` are used: its generated calls change the
 * client's own token, drop fields and escape names (node-vault 0.12.0,
 * src/index.js). The client holds no token and no namespace; every call brings
 * its headers.
 */
export class VaultClient {
  readonly #vault: nodeVault.client;
  readonly #config: KmsConfig;
  readonly #session: Session;
  readonly #transport: VaultTransport;

  /**
   * @param as.who - for messages: who logs in
   * @param as.transport - shared by clients that differ in who they are
   */
  constructor(
    config: KmsConfig,
    as: { who: string; transport?: VaultTransport } = { who: 'the portal' },
  ) {
    const { who, transport = new VaultTransport(config) } = as;
    this.#transport = transport;
    const send = (request: NodeVaultRequest) => transport.send(request);
    const vault = nodeVault({
      endpoint: config.address,
      'request-promise': { defaults: () => send },
      // Its own log prints bodies.
      debug: () => {},
    });
    // What it took from VAULT_TOKEN, VAULT_NAMESPACE and VAULT_PREFIX.
    this.#vault = Object.assign(vault, {
      token: '',
      namespace: '',
      pathPrefix: '',
    });
    this.#config = config;
    const calls: LoginCalls = {
      write: (path, body, what) =>
        this.#within({ what }, call =>
          this.#vault.write(path, body, this.#options(call)),
        ),
      isAccepted: token => this.#isAccepted(token),
      revoke: token => this.#revoke(token),
    };
    this.#session = new Session(config, calls, who);
  }

  /**
   * When the certificate ends that the Vault showed with its newest answer: ISO
   * 8601; undefined before one, and without TLS.
   */
  get certificateEndsAt(): string | undefined {
    return this.#transport.certificateEndsAt;
  }

  read(path: string, purpose: Purpose): Promise<unknown> {
    return this.#authorized(purpose, options =>
      this.#vault.read(path, options),
    );
  }

  write(path: string, body: object, purpose: Purpose): Promise<unknown> {
    return this.#authorized(purpose, options =>
      this.#vault.write(path, body, wrapped(options, purpose)),
    );
  }

  async delete(path: string, purpose: Purpose): Promise<void> {
    await this.#authorized(purpose, options =>
      this.#vault.delete(path, options),
    );
  }

  /** Revokes the login, where there is one; another call logs in anew. */
  giveUp(): Promise<void> {
    return this.#session.end();
  }

  /**
   * Without a token, and without a namespace, which such paths refuse. Of any
   * status, since health has one of its own for each state.
   */
  readOpenly(path: string, purpose: Purpose): Promise<unknown> {
    return this.#within(purpose, its => {
      const call = { ...its, anyStatus: true };
      return this.#vault.read(path, { headers: {}, call });
    });
  }

  /** Logs in once more when the token has ended, and only then. */
  #authorized(
    purpose: Purpose,
    send: (options: CallOptions) => Promise<unknown>,
  ): Promise<unknown> {
    return this.#within(purpose, async call => {
      const { deadline } = call;
      const token = await deadline.limit(this.#session.token());
      try {
        return await send(this.#options(call, token));
      } catch (error) {
        if (!isRefusal(error, 403)) throw error;
        const other = await deadline.limit(this.#session.replace(token));
        if (other === undefined) throw error;
        return await send(this.#options(call, other));
      }
    });
  }

  /** Headers of the call's own: node-vault keeps and changes what it is given. */
  #options(call: VaultCall, token?: string): CallOptions {
    const { namespace } = this.#config;
    return {
      call,
      headers: {
        ...(token && { 'X-Vault-Token': token }),
        ...(namespace && { 'X-Vault-Namespace': namespace }),
      },
    };
  }

  async #within<T>(
    { what, signal, once = false }: Purpose,
    send: (call: VaultCall) => Promise<T>,
  ): Promise<T> {
    const deadline = new Deadline(this.#config.timeoutMs, signal);
    try {
      return await repeatPutOff(() => send({ what, deadline, once }), {
        deadline,
        once,
      });
    } catch (error) {
      // That of a deadline, which has ended the wait for a login.
      throw ourErrorOf(error, { kms: this.#config.name, what, deadline });
    } finally {
      deadline.end();
    }
  }

  async #isAccepted(token: string): Promise<boolean> {
    const what = 'look up the token of the portal';
    try {
      await this.#within({ what }, call =>
        this.#vault.read('auth/token/lookup-self', this.#options(call, token)),
      );
      return true;
    } catch (error) {
      if (isRefusal(error, 403)) return false;
      throw error;
    }
  }

  async #revoke(token: string): Promise<void> {
    const what = 'revoke a login';
    await this.#within({ what }, call =>
      this.#vault.write(
        'auth/token/revoke-self',
        {},
        this.#options(call, token),
      ),
    );
  }
}

/** Vault answers with a token that gives the answer once (API docs, "Response wrapping"). */
function wrapped(options: CallOptions, { wrapTtl }: Purpose): CallOptions {
  if (wrapTtl === undefined) return options;
  const headers = { ...options.headers, 'X-Vault-Wrap-TTL': `${wrapTtl}s` };
  return { ...options, headers };
}
