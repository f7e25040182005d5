import { request, type IncomingMessage } from 'node:http';

/**
 * A GET with the path exactly as it is: other clients resolve "..". Returns the
 * JSON body, empty where there is none.
 */
export async function getAsIs(
  port: number,
  path: string,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request({ host: '127.0.0.1', port, path }, resolve)
      .on('error', reject)
      .end();
  });
  let text = '';
  for await (const chunk of response.setEncoding('utf8')) text += chunk;
  const body = text.startsWith('{') ? JSON.parse(text) : {};
  return { status: response.statusCode ?? 0, body };
}
