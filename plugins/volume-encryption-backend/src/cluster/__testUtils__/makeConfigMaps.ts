import type { Administration } from './administrate';

const AT_A_TIME = 20;

/** Makes so many ConfigMaps; returns their names, sorted. */
export async function makeConfigMaps(
  admin: Administration,
  count: number,
): Promise<string[]> {
  const names = Array.from(
    { length: count },
    (_, i) => `many-${String(i).padStart(6, '0')}`,
  );
  for (let i = 0; i < count; i += AT_A_TIME) {
    const some = names.slice(i, i + AT_A_TIME);
    await Promise.all(
      some.map(name => admin.create('configmaps', { metadata: { name } })),
    );
  }
  return names;
}
