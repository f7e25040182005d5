/** Who calls. `uid` and `audiences` are those of a ServiceAccount's token. */
export interface User {
  name: string;
  uid?: string;
  audiences?: string[];
}

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
    'get,list,watch persistentvolumeclaims,storageclasses,nodes',
    'get,list,watch,create,patch,delete persistentvolumes',
    'get secrets,configmaps,serviceaccounts',
    'create,patch events,serviceaccounts/token',
  ],
  /** The part of the controller manager that binds claims to volumes. */
  volumeBinder: [
    'get,list,watch,patch persistentvolumeclaims,persistentvolumes',
    'patch persistentvolumeclaims/status,persistentvolumes/status',
    'get storageclasses',
    'create,patch events',
  ],
  /** Vault's token reviewer: `system:auth-delegator` and the namespace selector. */
  reviewer: ['create tokenreviews', 'get namespaces'],
};

/** Whether RBAC lets a user do `verb` on `resource` (`serviceaccounts/token`). */
export function isAllowed({ name }: User, verb: string, resource: string) {
  const rules = (rulesByUser[name] ?? [review]).map(rule => rule.split(' '));
  return rules.some(rule =>
    [verb, resource].every((asked, i) =>
      rule[i].split(',').some(it => it === '*' || it === asked),
    ),
  );
}
