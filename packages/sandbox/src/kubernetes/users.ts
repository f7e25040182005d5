/** What a user may do: every verb of a rule on every resource of it; `*` is all. */
export interface Rule {
  verbs: string[];
  resources: string[];
}

export interface User {
  name: string;
  groups: string[];
  uid?: string;
}

const read = ['get', 'list', 'watch'];
const reviews = { verbs: ['create'], resources: ['selfsubjectaccessreviews'] };

/** Who the stand-in knows, as RBAC rules. A ServiceAccount may review its own access only. */
export const rulesByUser: Record<string, Rule[]> = {
  admin: [{ verbs: ['*'], resources: ['*'] }],
  denied: [reviews],
  /** The portal: no deletion, no Pods of its own, no `serviceaccounts/token`. */
  portal: [
    reviews,
    {
      verbs: read,
      resources: [
        'persistentvolumeclaims',
        'persistentvolumes',
        'storageclasses',
        'pods',
        'namespaces',
        'events',
        'configmaps',
        'serviceaccounts',
        'nodes',
      ],
    },
    {
      verbs: ['create', 'patch'],
      resources: [
        'persistentvolumeclaims',
        'storageclasses',
        'configmaps',
        'serviceaccounts',
        'secrets',
      ],
    },
    { verbs: ['get', 'list'], resources: ['secrets'] },
  ],
  /** Ceph CSI's provisioner pod with its external-provisioner. */
  provisioner: [
    {
      verbs: read,
      resources: ['persistentvolumeclaims', 'storageclasses', 'nodes'],
    },
    {
      verbs: [...read, 'create', 'patch', 'delete'],
      resources: ['persistentvolumes'],
    },
    {
      verbs: ['get'],
      resources: ['secrets', 'configmaps', 'serviceaccounts'],
    },
    {
      verbs: ['create', 'patch'],
      resources: ['events', 'serviceaccounts/token'],
    },
  ],
  /** The part of the controller manager that binds claims to volumes. */
  volumeBinder: [
    { verbs: [...read, 'patch'], resources: ['persistentvolumeclaims'] },
    { verbs: [...read, 'patch'], resources: ['persistentvolumes'] },
    {
      verbs: ['patch'],
      resources: ['persistentvolumeclaims/status', 'persistentvolumes/status'],
    },
    { verbs: ['get'], resources: ['storageclasses'] },
    { verbs: ['create', 'patch'], resources: ['events'] },
  ],
  /** Vault's token reviewer (`system:auth-delegator` and the namespace selector). */
  reviewer: [
    { verbs: ['create'], resources: ['tokenreviews'] },
    { verbs: ['get'], resources: ['namespaces'] },
  ],
};

/** Whether RBAC lets `user` do `verb` on `resource` (`serviceaccounts/token` with subresource). */
export function isAllowed(user: User, verb: string, resource: string) {
  const rules = rulesByUser[user.name] ?? [reviews];
  const includes = (list: string[], value: string) =>
    list.includes('*') || list.includes(value);
  return rules.some(
    rule => includes(rule.verbs, verb) && includes(rule.resources, resource),
  );
}
