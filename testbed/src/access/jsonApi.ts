import http from 'node:http';
import https from 'node:https';

/** What a server answered: the status and its JSON, undefined when the answer had none. */
export interface JsonResponse {
  status: number;
  body: unknown;
}

export interface JsonRequest {
  method: 'GET' | 'LIST' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Absolute path on the server, with its query if any. */
  path: string;
  body?: unknown;
  contentType?: string;
}

/** A server that speaks JSON over HTTP, reached as one identity. */
export interface JsonApi {
  /** Sends a request and returns whatever was answered; rejects only when nothing was. */
  send(request: JsonRequest): Promise<JsonResponse>;
  /** Like `send`, but a status of 400 or above rejects with the server's own reason. */
  demand(request: JsonRequest): Promise<JsonResponse>;
}

/**
 * @param options.url - address of the server, `http://…` or `https://…`
 * @param options.headers - sent with every request, e.g. the caller's token
 * @param options.ca - PEM certificates to trust instead of the system's
 */
export function createJsonApi(options: {
  url: string;
  headers: Record<string, string>;
  ca?: string;
}): JsonApi {
  const send = (request: JsonRequest) => exchange(options, request);
  return {
    send,
    async demand(request) {
      const response = await send(request);
      if (response.status >= 400) {
        throw new Error(
          `${request.method} ${request.path} answered ${response.status}: ` +
            `${reasonIn(response.body)}`,
        );
      }
      return response;
    },
  };
}

function exchange(
  server: { url: string; headers: Record<string, string>; ca?: string },
  { method, path, body, contentType = 'application/json' }: JsonRequest,
): Promise<JsonResponse> {
  const target = new URL(path, server.url);
  const { request } = target.protocol === 'https:' ? https : http;
  const payload = body === undefined ? '' : JSON.stringify(body);
  const headers = {
    ...server.headers,
    'content-type': contentType,
    'content-length': Buffer.byteLength(payload),
  };
  return new Promise((resolve, reject) => {
    const sent = request(
      target,
      // A connection of its own: one that was kept alive would be found dead
      // after a server was restarted.
      { method, headers, ca: server.ca, agent: false, timeout: 30_000 },
      answer => {
        const chunks: Buffer[] = [];
        answer.on('data', chunk => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            body: parseJson(Buffer.concat(chunks).toString('utf8')),
          }),
        );
      },
    );
    sent.on('timeout', () =>
      sent.destroy(new Error(`${method} ${target.pathname} took over 30 s`)),
    );
    sent.on('error', reject);
    sent.end(payload);
  });
}

/** Some answers are plain text (`/readyz` says `ok`); those are kept as text. */
function parseJson(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Vault answers `{errors: […]}`, Kubernetes a Status object with `message`. */
function reasonIn(body: unknown): string {
  if (typeof body !== 'object' || body === null) return String(body);
  if ('errors' in body && Array.isArray(body.errors)) {
    return body.errors.join('; ').replace(/\s+/g, ' ').trim();
  }
  return 'message' in body ? String(body.message) : 'no reason given';
}
