type ClientNode = typeof import('@kubernetes/client-node');

let loading: Promise<ClientNode> | undefined;

/**
 * `@kubernetes/client-node`, loaded at its first use and once. It is an ES
 * module: required from a CommonJS build it would fail on older Nodes.
 */
export function clientNode(): Promise<ClientNode> {
  loading ??= import('@kubernetes/client-node');
  return loading;
}
