import {
  isVolumeEncryptionError,
  requireDnsLabel,
  type ProjectRequest,
} from 'backstage-plugin-volume-encryption-common';
import { parseJson } from '../network/exchange';
import { itemsAt, textAt } from '../network/valueAt';
import type { ApiServer } from './ApiServer';
import type { Call } from './Call';
import { objectApi } from './objectApi';
import { foreign } from './refusal';
import { requireAnswerTo } from './requireAnswerTo';

const resource: Call['resource'] = {
  kind: 'ProjectRequest',
  // What a request is answered with.
  apiKind: 'Project',
  apiVersion: 'project.openshift.io/v1',
  name: 'projectrequests',
  namespaced: false,
  crdsOf: 'OpenShift (openshift/openshift-apiserver)',
};

/** As `ProjectRequests.send` promises. */
export async function requestProject(
  server: ApiServer,
  request: ProjectRequest,
  { signal }: { signal?: AbortSignal },
): Promise<'created'> {
  const { name } = request.metadata;
  requireDnsLabel('name', name);
  const call: Call = { verb: 'create', resource, name, signal };
  const api = await objectApi(server, call);
  requireAnswerTo(call, server.name, await api.create(request));
  return 'created';
}

/** Whether the API server has them, by the resources that it names of the group. */
export async function hasProjectRequests(
  server: ApiServer,
  { signal }: { signal?: AbortSignal },
): Promise<boolean> {
  const url = `${await server.address()}/apis/${resource.apiVersion}`;
  const call: Call = { verb: 'list', resource, signal };
  try {
    const { status, text } = await server.send(call, {
      method: 'GET',
      url,
      headers: {},
    });
    const group = parseJson(text);
    if (textAt(group, 'kind') !== 'APIResourceList') {
      throw foreign(server.name, status);
    }
    return itemsAt(group, 'resources').some(
      it => textAt(it, 'name') === resource.name,
    );
  } catch (error) {
    if (isVolumeEncryptionError(error) && error.code === 'not-found') {
      return false;
    }
    throw error;
  }
}
