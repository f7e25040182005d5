import { randomUUID } from 'node:crypto';
import { at, JsonObject, textOf } from '../wire/json';

/** Who is behind tokens: one entity for each alias of an auth mount. */
export interface Entity {
  id: string;
  accessor: string;
  name: string;
  metadata: JsonObject;
}

export class Entities {
  readonly #all: Entity[] = [];

  /** The entity of an alias, made when it is new; its metadata follows the last login. */
  ofAlias(accessor: string, name: string, metadata: JsonObject = {}): Entity {
    const known = this.#all.find(
      it => it.accessor === accessor && it.name === name,
    );
    if (known) return Object.assign(known, { metadata });
    const entity = { id: randomUUID(), accessor, name, metadata };
    this.#all.push(entity);
    return entity;
  }

  byId(id: string): Entity | undefined {
    return this.#all.find(entity => entity.id === id);
  }
}

/** Fills the `{{identity.entity.…}}` of a policy path; `undefined` when one has no value. */
export function fillTemplate(path: string, entity?: Entity) {
  let complete = true;
  const filled = path.replace(/\{\{\s*(\S+?)\s*\}\}/g, (_, name: string) => {
    const alias = `identity.entity.aliases.${entity?.accessor}.`;
    const value =
      name === 'identity.entity.id'
        ? entity?.id
        : name.startsWith(alias) &&
          textOf(at({ ...entity }, ...name.slice(alias.length).split('.')));
    complete &&= Boolean(value);
    return value || '';
  });
  return complete ? filled : undefined;
}
