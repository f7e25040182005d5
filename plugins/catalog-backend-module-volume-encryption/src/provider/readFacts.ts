import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { CatalogFact } from 'backstage-plugin-volume-encryption-common';
import type { VolumeEncryptionService } from 'backstage-plugin-volume-encryption-node';

const PAGE_SIZE = 500;

/** All facts, and the clusters that could not be read as a whole. */
export interface Facts {
  items: CatalogFact[];
  unread: ReadonlySet<string>;
}

/** Reads all pages. Throws what the service throws, so never gives a part. */
export async function readFacts(
  service: Pick<VolumeEncryptionService, 'listCatalogFacts'>,
  options: { credentials: BackstageCredentials; signal?: AbortSignal },
): Promise<Facts> {
  const items: CatalogFact[] = [];
  const unread = new Set<string>();
  let after: string | undefined;
  do {
    const page = await service.listCatalogFacts(
      { after, limit: PAGE_SIZE },
      options,
    );
    items.push(...page.items);
    // Another replica may have answered, which has read less.
    page.unread.forEach(cluster => unread.add(cluster));
    after = page.next;
  } while (after !== undefined);
  return { items, unread };
}
