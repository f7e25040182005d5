import type { ServerResponse } from 'node:http';
import { readFileSync } from 'node:fs';
import { connect } from 'sandbox';
import {
  sendJson,
  startServer,
  type Received,
} from '../../network/__testUtils__/startServer';
import { parseJson } from '../../network/exchange';
import { textAt, valueAt } from '../../network/valueAt';
import { kubernetesAdministrator } from './administrator';
import type { OperationsUnderTest } from './OperationsUnderTest';

const GROUP = '/apis/project.openshift.io/v1';
const REVIEWS = '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews';

/** Rights as `verb resource`; one that is not here is the API server's matter. */
export type PlayedRights = Partial<
  Record<
    'create namespaces' | 'patch namespaces' | 'create projectrequests',
    boolean
  >
>;

/**
 * What OpenShift puts before an API server, as far as projects are asked for: the
 * request is kept nowhere, a namespace comes of it with three annotations, and its
 * Project is the answer (openshift/origin pkg/project projectrequest/delegated).
 * All else goes to the API server, but for rights that are played.
 */
export class OpenShiftFront {
  /** Names of the projects that were asked for. */
  readonly requested: string[] = [];
  rights: PlayedRights = {};
  /** Nothing but the name of the group is the API server's own. */
  hasOwnGroup = false;
  #server?: Awaited<ReturnType<typeof startServer>>;

  constructor(private readonly behind: OperationsUnderTest) {}

  /** The servers, with this one before the API server. */
  async start(): Promise<OperationsUnderTest> {
    this.#server = await startServer((request, response) => {
      this.#answer(request, response).catch(error =>
        sendJson(response, 500, { message: String(error) }),
      );
    });
    const { url } = this.#server;
    const kubernetes = { ...this.behind.kubernetes, url, caFile: undefined };
    return { ...this.behind, kubernetes };
  }

  async stop(): Promise<void> {
    await this.#server?.stop();
  }

  async #answer(request: Received, response: ServerResponse): Promise<void> {
    const { method, path } = request;
    const body = parseJson(request.body);
    if (method === 'POST' && path.startsWith(`${GROUP}/projectrequests`)) {
      return this.#make(request, response);
    }
    if (path === GROUP && !this.hasOwnGroup) {
      return sendJson(response, 200, groupOf('projects', 'projectrequests'));
    }
    const right =
      path === REVIEWS ? reviewedRight(body) : writtenRight(request);
    const allowed = right && this.rights[right];
    if (path === REVIEWS && allowed !== undefined) {
      return sendJson(response, 201, { ...Object(body), status: { allowed } });
    }
    if (allowed === false) return sendJson(response, 403, forbidden(path));
    return this.#passOn(request, response);
  }

  async #make(request: Received, response: ServerResponse): Promise<void> {
    if (!(await this.#mayRequest(request))) {
      const told = 'You may not request a new project via this API.';
      return sendJson(response, 403, forbidden(told));
    }
    const asked = parseJson(request.body);
    const name = textAt(asked, 'metadata', 'name') ?? '';
    const annotations = {
      'openshift.io/description': textAt(asked, 'description') ?? '',
      'openshift.io/display-name': textAt(asked, 'displayName') ?? '',
      'openshift.io/requester': 'the-portal',
    };
    const call = kubernetesAdministrator(this.behind);
    try {
      const metadata = { name, annotations };
      await call('POST', '/api/v1/namespaces', { metadata });
    } catch (error) {
      if (!String(error).includes('409')) throw error;
      return sendJson(response, 409, {
        ...status('AlreadyExists', 409),
        message: `project.project.openshift.io "${name}" already exists`,
      });
    }
    this.requested.push(name);
    return sendJson(response, 201, {
      kind: 'Project',
      apiVersion: 'project.openshift.io/v1',
      metadata: { name, annotations },
      spec: { finalizers: ['kubernetes'] },
      status: { phase: 'Active' },
    });
  }

  /** As the requester, by the API server's own review. */
  async #mayRequest(request: Received): Promise<boolean> {
    const allowed = this.rights['create projectrequests'];
    if (allowed !== undefined) return allowed;
    const { body } = await this.#send(request)('POST', REVIEWS, {
      apiVersion: 'authorization.k8s.io/v1',
      kind: 'SelfSubjectAccessReview',
      spec: {
        resourceAttributes: {
          verb: 'create',
          group: 'project.openshift.io',
          resource: 'projectrequests',
        },
      },
    });
    return valueAt(body, 'status', 'allowed') === true;
  }

  #send({ headers }: Received) {
    const { url, caFile } = this.behind.kubernetes;
    return connect({
      url,
      ca: caFile && readFileSync(caFile, 'utf8'),
      headers: {
        authorization: headers.authorization ?? '',
        accept: headers.accept ?? '',
      },
    });
  }

  async #passOn(request: Received, response: ServerResponse): Promise<void> {
    const { method, path, headers } = request;
    const sent = request.body ? JSON.parse(request.body) : undefined;
    const type = headers['content-type'];
    const answer = await this.#send(request)(method, path, sent, type);
    const isText = typeof answer.body === 'string';
    response.writeHead(answer.status, {
      'content-type': isText ? 'text/plain' : 'application/json',
    });
    response.end(isText ? answer.body : JSON.stringify(answer.body));
  }
}

function reviewedRight(review: unknown): keyof PlayedRights | undefined {
  const asked = ['spec', 'resourceAttributes'] as const;
  return played(
    `${textAt(review, ...asked, 'verb')} ${textAt(review, ...asked, 'resource')}`,
  );
}

/** Of a server-side apply of a namespace, or a patch of one. */
function writtenRight({ method, path }: Received) {
  const isOne = /^\/api\/v1\/namespaces\/[^/]+(\?|$)/.test(path);
  return method === 'PATCH' && isOne ? played('patch namespaces') : undefined;
}

function played(right: string): keyof PlayedRights | undefined {
  const known = [
    'create namespaces',
    'patch namespaces',
    'create projectrequests',
  ] as const;
  return known.find(it => it === right);
}

function groupOf(...names: string[]) {
  return {
    kind: 'APIResourceList',
    apiVersion: 'v1',
    groupVersion: 'project.openshift.io/v1',
    resources: names.map(name => ({ name, namespaced: false })),
  };
}

function status(reason: string, code: number) {
  return { kind: 'Status', apiVersion: 'v1', status: 'Failure', reason, code };
}

function forbidden(message: string) {
  return { ...status('Forbidden', 403), message };
}
