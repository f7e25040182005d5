import type { AuthService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { ServiceUnavailableError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/** Milliseconds for which what the catalog said is good enough. */
const KEPT_MS = 30_000;

const FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.annotations',
  'relations',
];

type Request = NonNullable<Parameters<CatalogService['streamEntities']>[0]>;

/** Without either annotation an entity selects nothing. */
const QUERY: Request['query'] = {
  $any: [
    { 'metadata.annotations.backstage.io/kubernetes-id': { $exists: true } },
    {
      'metadata.annotations.backstage.io/kubernetes-label-selector': {
        $exists: true,
      },
    },
  ],
};

/** The entities of the catalog that may have volumes. */
export class CatalogUsers {
  #known?: { entities: Promise<Entity[]>; askedAt: number };

  constructor(
    private readonly parts: {
      auth: AuthService;
      catalog: Pick<CatalogService, 'streamEntities'>;
      now: () => Date;
    },
  ) {}

  /**
   * All that say which objects of a cluster are theirs, asked for once for
   * whoever asks within half a minute. Throws `ServiceUnavailableError`.
   */
  entities(): Promise<Entity[]> {
    const now = this.parts.now().getTime();
    if (this.#known && now - this.#known.askedAt < KEPT_MS) {
      return this.#known.entities;
    }
    const asked = { entities: this.#ask(), askedAt: now };
    this.#known = asked;
    asked.entities.catch(() => {
      if (this.#known === asked) this.#known = undefined;
    });
    return asked.entities;
  }

  async #ask(): Promise<Entity[]> {
    const { auth, catalog } = this.parts;
    const found: Entity[] = [];
    try {
      const credentials = await auth.getOwnServiceCredentials();
      const pages = catalog.streamEntities(
        { query: QUERY, fields: FIELDS },
        { credentials },
      );
      for await (const page of pages) found.push(...page);
    } catch {
      throw new ServiceUnavailableError('The catalog did not answer.');
    }
    return found;
  }
}
