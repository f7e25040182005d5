const review = 'create selfsubjectaccessreviews';

/** What each user may do, by RBAC rules of verbs and resources; `*` is all. */
export const rulesByUser: Record<string, string[]> = {
  admin: ['* *'],
  denied: [review],
  /** No deletion, no Pods of its own, no `serviceaccounts/token`. */
  portal: [
    review,
    'get,list,watch persistentvolumeclaims,persistentvolumes,storageclasses',
    'get,list,watch pods,namespaces,events,configmaps,serviceaccounts,nodes',
    'create,patch persistentvolumeclaims,storageclasses,configmaps',
    'create,patch serviceaccounts',
    'get,list,create,patch secrets',
  ],
  /** Ceph CSI's provisioner pod with its external-provisioner. */
  provisioner: [
    'get,list,watch persistentvolumeclaims,storageclasses',
    'get,list,watch,create,patch,delete persistentvolumes',
    'get secrets,configmaps,serviceaccounts',
    'create,patch events,serviceaccounts/token',
  ],
  /** Vault's token reviewer: `system:auth-delegator` and the namespace selector. */
  reviewer: ['create tokenreviews', 'get namespaces'],
};

/** Whether RBAC lets a user do `verb` on `resource` (`serviceaccounts/token`). */
export function isAllowed(user: string, verb: string, resource: string) {
  const includes = (list: string, asked: string) =>
    list === '*' || list.split(',').includes(asked);
  return (rulesByUser[user] ?? [review]).some(rule => {
    const [verbs, resources] = rule.split(' ');
    return includes(verbs, verb) && includes(resources, resource);
  });
}
