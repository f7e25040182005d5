import users from './users.json';

/** What each user may do, by RBAC rules of verbs and resources; `*` is all. */
export const rulesByUser: Record<string, string[]> = users;

/** Whether RBAC lets a user do `verb` on `resource` (`serviceaccounts/token`). */
export function isAllowed(user: string, verb: string, resource: string) {
  const includes = (list: string, asked: string) =>
    list === '*' || list.split(',').includes(asked);
  return (rulesByUser[user] ?? users.denied).some(rule => {
    const [verbs, resources] = rule.split(' ');
    return includes(verbs, verb) && includes(resources, resource);
  });
}
