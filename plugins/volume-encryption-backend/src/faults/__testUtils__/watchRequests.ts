import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { ClientRequest } from 'node:http';

const CREATED = 'http.client.request.created';
const ANSWERED = 'http.client.response.finish';

/** Is told of requests by their names, such as `POST /v1/sys/seal`. */
export interface RequestListener {
  /** Nothing of it was sent yet. */
  before?(name: string): void;
  /** The head of its answer is there, and nothing of the rest was read. */
  after?(name: string): void;
}

/** Asks what may be done, by a POST that is kept nowhere. */
const REVIEW = '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews';

/**
 * Tells of every request of this process to another system that may write, thus
 * is no GET and no review (Node's diagnostics channels). Returns how to end it.
 */
export function watchRequests(listener: RequestListener): () => void {
  const before = (message: unknown) => tell(message, listener.before);
  const after = (message: unknown) => tell(message, listener.after);
  subscribe(CREATED, before);
  subscribe(ANSWERED, after);
  return () => {
    unsubscribe(CREATED, before);
    unsubscribe(ANSWERED, after);
  };
}

function tell(message: unknown, listener?: (name: string) => void): void {
  const isAboutRequest =
    typeof message === 'object' && message !== null && 'request' in message;
  const request = isAboutRequest ? message.request : undefined;
  if (!(request instanceof ClientRequest)) return;
  if (['GET', 'HEAD'].includes(request.method)) return;
  const [path] = request.path.split('?');
  if (path === REVIEW) return;
  listener?.(`${request.method} ${path}`);
}
