/** The people: each is in the team that owns every component. */
export const userNames = Array.from({ length: 10 }, (_, i) => `user-${i + 1}`);

/** Owner of every component and of every namespace of the measurements. */
export const TEAM = 'group:default/team';

/** One component of the catalog. */
export interface Component {
  name: string;
  annotations: Record<string, string>;
}

/** The catalog's entities, as objects of a YAML file. */
export function catalogEntities(components: readonly Component[]): unknown[] {
  const apiVersion = 'backstage.io/v1alpha1';
  return [
    {
      apiVersion,
      kind: 'Group',
      metadata: { name: 'team' },
      spec: { type: 'team', children: [] },
    },
    ...userNames.map(name => ({
      apiVersion,
      kind: 'User',
      metadata: { name },
      spec: { memberOf: ['team'] },
    })),
    ...components.map(({ name, annotations }) => ({
      apiVersion,
      kind: 'Component',
      metadata: { name, annotations },
      spec: { type: 'service', lifecycle: 'production', owner: 'team' },
    })),
  ];
}
