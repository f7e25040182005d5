import http from 'node:http';
import https from 'node:https';

/** What is sent; `body` as JSON. */
export interface Request {
  method?: string;
  path: string;
  headers?: Record<string, string>;
  body?: unknown;
}

/** An answer as it came over the wire, and how long it took to come whole. */
export interface Answer {
  status: number;
  milliseconds: number;
  /** As sent, so compressed where the server compresses. */
  bytes: Buffer;
  encoding?: string;
}

class ClosedMeanwhile extends Error {}

/** A client of one server that keeps its connections, as browsers and backends do. */
export class HttpClient {
  readonly #agent: http.Agent;
  readonly #transport: typeof http | typeof https;

  /**
   * @param server.headers - sent with every request, e.g. the caller's token
   * @param server.ca - PEM certificates to trust instead of the system's
   */
  constructor(
    private readonly server: {
      url: string;
      headers: Record<string, string>;
      ca?: string;
    },
  ) {
    this.#transport = server.url.startsWith('https:') ? https : http;
    this.#agent = new this.#transport.Agent({ keepAlive: true });
  }

  /** Rejects when nothing is answered, or not within `timeoutMs`. */
  async send(request: Request, timeoutMs = 120_000): Promise<Answer> {
    const signal = AbortSignal.timeout(timeoutMs);
    const begun = performance.now();
    const answer = await this.#exchange(request, signal).catch(error => {
      // The server closed a kept connection just when it was used again.
      if (!(error instanceof ClosedMeanwhile)) throw error;
      return this.#exchange(request, signal);
    });
    return { ...answer, milliseconds: performance.now() - begun };
  }

  #exchange(
    { method = 'GET', path, headers, body }: Request,
    signal: AbortSignal,
  ): Promise<Omit<Answer, 'milliseconds'>> {
    const payload = body === undefined ? '' : JSON.stringify(body);
    const options = {
      method,
      headers: {
        'content-type': 'application/json',
        ...this.server.headers,
        ...headers,
        'content-length': String(Buffer.byteLength(payload)),
      },
      ca: this.server.ca,
      agent: this.#agent,
      signal,
    };
    return new Promise((resolve, reject) => {
      const url = new URL(path, this.server.url);
      const sent = this.#transport.request(url, options, answer => {
        const chunks: Buffer[] = [];
        answer.on('data', chunk => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            bytes: Buffer.concat(chunks),
            encoding: answer.headers['content-encoding'],
          }),
        );
      });
      sent.on('error', (error: NodeJS.ErrnoException) => {
        const isClosed = sent.reusedSocket && error.code === 'ECONNRESET';
        reject(isClosed ? new ClosedMeanwhile() : error);
      });
      sent.end(payload);
    });
  }

  /** Like `send`, but rejects with what was said when it was refused. */
  async demand(request: Request, timeoutMs?: number): Promise<Answer> {
    const answer = await this.send(request, timeoutMs);
    if (answer.status < 400) return answer;
    const { method = 'GET', path } = request;
    const said = answer.bytes.toString().slice(0, 500);
    throw new Error(`${method} ${path} answered ${answer.status}: ${said}`);
  }

  close(): void {
    this.#agent.destroy();
  }
}
