import type { Answering } from '../network/__testUtils__/startServer';

/** Lets another server answer, so that a test sees what it is asked for. */
export function forwardTo(url: string): Answering {
  return async ({ method, path, headers, body }, response) => {
    const { host: _, connection: __, ...rest } = headers;
    const sent = new Headers();
    for (const [name, value] of Object.entries(rest))
      sent.set(name, `${value}`);
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: sent,
      body: body || undefined,
    });
    response.writeHead(answer.status, {
      'content-type': answer.headers.get('content-type') ?? '',
    });
    response.end(await answer.text());
  };
}
