import type { Cluster } from 'backstage-plugin-volume-encryption-node';
import type { ClusterConfig } from '../config/types';
import { ApiServer } from './ApiServer';
import { applyManifest } from './applyManifest';
import { deleteObject } from './deleteObject';
import { getObject } from './getObject';
import { listObjects } from './listObjects';
import { patchObject } from './patchObject';
import { hasProjectRequests, requestProject } from './projectRequests';
import { reviewRight } from './reviewRight';
import { watchObjects } from './watchObjects';
import { usualTiming, type WatchTiming } from './WatchTiming';

/**
 * One cluster over `@kubernetes/client-node`. Nothing is sent, and no file is
 * read, before the first call. All errors are VolumeEncryptionErrors that hold
 * no credential, and nothing of a manifest but names of fields.
 * @param timing - of watches; other than usual in tests only
 */
export function createCluster(
  config: ClusterConfig,
  timing: WatchTiming = usualTiming,
): Cluster {
  const server = new ApiServer(config);
  return {
    name: config.name,
    csiNamespace: config.csiNamespace,
    apiServer: () => server.identity(),
    reader: {
      list: async (kind, options) =>
        (await listObjects(server, kind, options)).objects,
      get: (kind, ref) => getObject(server, kind, ref),
      watch: (kind, { signal }) =>
        watchObjects(server, kind, { signal, timing }),
    },
    writer: {
      apply: (manifest, options) => applyManifest(server, manifest, options),
      patch: (target, patch, options) =>
        patchObject(server, { target, patch }, options),
      delete: (target, options) => deleteObject(server, target, options),
    },
    rights: {
      may: (right, options) => reviewRight(server, right, options),
    },
    projects: {
      areServed: options => hasProjectRequests(server, options),
      send: (request, options) => requestProject(server, request, options),
    },
  };
}
