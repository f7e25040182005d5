import { randomUUID } from 'node:crypto';
import { JsonObject } from '../wire/json';

/** Who is behind tokens: one entity for each alias of an auth mount. */
export interface Entity {
  id: string;
  accessor: string;
  name: string;
  metadata: JsonObject;
}

/** Finds the entity of an alias, or adds it; its metadata follows the last login. */
export function entityOf(
  entities: Entity[],
  alias: Omit<Entity, 'id'>,
): Entity {
  const known = entities.find(
    it => it.accessor === alias.accessor && it.name === alias.name,
  );
  const entity = { id: known?.id ?? randomUUID(), ...alias };
  entities.splice(known ? entities.indexOf(known) : 0, known ? 1 : 0, entity);
  return entity;
}
