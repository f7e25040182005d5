import { LABEL_KUBERNETES_ID } from '../contract/annotations';
import type { Manifest, PersistentVolumeClaim } from '../kubernetes/objects';
import { COPY_BLOCKS } from './copyBlocks';
import { COPY_FILES } from './copyFiles';

/** Has all that the scripts use. */
export const COPY_IMAGE = 'docker.io/library/debian:12-slim';

/** What the Job needs of root: to give files the owners and modes that they had. */
const CAPABILITIES = [
  ...['CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'FSETID', 'MKNOD', 'SETFCAP'],
];

/** A copy from one claim to another of its namespace. */
export interface Copy {
  from: PersistentVolumeClaim;
  /** Name of the claim. */
  to: string;
  kubernetesId: string;
  image: string;
  /** Root where absent. */
  runAsUser?: number;
}

/** The Job's name; a pod's label takes no more than 63 characters. */
export function jobName({ from }: Pick<Copy, 'from'>): string {
  const name = `copy-${from.meta.name.replaceAll('.', '-')}`;
  return name.slice(0, 63).replace(/-+$/, '');
}

/**
 * A Job that copies once and verifies, and is not tried again by itself. It has
 * no credential of the cluster. The old volume is for reading only twice over: in
 * the container, and as the claim's volume, so that the kubelet does not change
 * the group of its files either (`pkg/volume/csi` NodePublish, `fsGroup`).
 */
export function copyJob(copy: Copy): Manifest {
  const labels = {
    [LABEL_KUBERNETES_ID]: copy.kubernetesId,
    'app.kubernetes.io/component': 'volume-encryption-copy',
  };
  const { namespace } = copy.from.meta;
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: jobName(copy), namespace, labels },
    spec: {
      backoffLimit: 0,
      template: { metadata: { labels }, spec: podOf(copy) },
    },
  };
}

function podOf({ from, to, image, runAsUser }: Copy) {
  const isBlock = from.volumeMode === 'Block';
  const paths = isBlock
    ? { SOURCE: '/dev/source', TARGET: '/dev/target' }
    : { SOURCE: '/source', TARGET: '/target' };
  const copy = {
    name: 'copy',
    image,
    command: ['bash', '-c', isBlock ? COPY_BLOCKS : COPY_FILES],
    env: Object.entries(paths).map(([name, value]) => ({ name, value })),
    securityContext: {
      allowPrivilegeEscalation: false,
      capabilities: {
        drop: ['ALL'],
        ...(runAsUser === undefined && { add: CAPABILITIES }),
      },
    },
    ...(isBlock
      ? {
          volumeDevices: [
            { name: 'source', devicePath: paths.SOURCE },
            { name: 'target', devicePath: paths.TARGET },
          ],
        }
      : {
          volumeMounts: [
            { name: 'source', mountPath: paths.SOURCE, readOnly: true },
            { name: 'target', mountPath: paths.TARGET },
          ],
        }),
  };
  return {
    restartPolicy: 'Never',
    automountServiceAccountToken: false,
    securityContext: securityOf(runAsUser),
    containers: [copy],
    volumes: [
      {
        name: 'source',
        persistentVolumeClaim: { claimName: from.meta.name, readOnly: true },
      },
      { name: 'target', persistentVolumeClaim: { claimName: to } },
    ],
  };
}

function securityOf(runAsUser: number | undefined) {
  const seccompProfile = { type: 'RuntimeDefault' };
  return runAsUser === undefined
    ? { runAsUser: 0, seccompProfile }
    : {
        runAsNonRoot: true,
        ...{ runAsUser, runAsGroup: runAsUser, fsGroup: runAsUser },
        seccompProfile,
      };
}
