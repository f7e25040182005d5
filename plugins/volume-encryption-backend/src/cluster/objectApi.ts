import type {
  KubernetesObject,
  KubernetesObjectApi,
  RequestContext,
  ResponseContext,
} from '@kubernetes/client-node';
import { clientNode } from './clientNode';
import type { ApiServer } from './ApiServer';
import type { Call } from './Call';
import { foreign } from './refusal';

/**
 * The client's generic API for one call, over our own connection, because its
 * options for a single call are ignored by it (client-node 2.0.1, object.ts).
 * Two of its steps are replaced:
 * - the search for a kind's path costs requests that could not be aborted
 * - its models drop `continue` from lists of metadata, so that the first page
 *   would pass for the whole
 */
export async function objectApi(
  server: ApiServer,
  call: Call,
): Promise<KubernetesObjectApi> {
  const client = await clientNode();
  const { kind, name, namespaced } = call.resource;

  class ObjectApi extends client.KubernetesObjectApi {
    protected async resource() {
      return { kind, name, namespaced, singularName: '', verbs: [] };
    }

    protected async processResponse<T extends KubernetesObject>(
      response: ResponseContext,
    ): Promise<T> {
      try {
        return JSON.parse(await response.body.text());
      } catch {
        throw foreign(server.name, response.httpStatusCode);
      }
    }
  }

  const send = async (context: RequestContext): Promise<ResponseContext> => {
    const { status, text } = await server.send(call, {
      method: context.getHttpMethod(),
      url: context.getUrl(),
      headers: context.getHeaders(),
      body: context.getBody()?.toString(),
    });
    return new client.ResponseContext(status, {}, bodyOf(text));
  };
  return new ObjectApi(
    client.createConfiguration({
      baseServer: new client.ServerConfiguration(await server.address(), {}),
      httpApi: client.wrapHttpLibrary({ send }),
    }),
  );
}

function bodyOf(text: string): ResponseContext['body'] {
  return {
    text: async () => text,
    binary: async () => Buffer.from(text),
    stream: () => null,
  };
}
