type ClientNode = typeof import('@kubernetes/client-node');

let loading: Promise<ClientNode> | undefined;

/**
 * `@kubernetes/client-node`, loaded at its first use and once; a failure is not
 * kept. It is an ES module: required from a CommonJS build it would fail on
 * older Nodes.
 */
export function clientNode(): Promise<ClientNode> {
  loading ??= load();
  return loading;
}

async function load(): Promise<ClientNode> {
  try {
    return await import('@kubernetes/client-node');
  } catch (error) {
    loading = undefined;
    throw error;
  }
}
