import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

const SECTION = 'catalog.providers.volumeEncryption';

/** The first run waits until clusters have been read, which takes seconds. */
const DEFAULT_SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 5 },
  timeout: { minutes: 3 },
  initialDelay: { seconds: 20 },
};

/** What the provider is configured with. */
export interface ProviderSettings {
  /** Entity ref of who owns what has no owner of its own. */
  owner: string;
  schedule: SchedulerServiceTaskScheduleDefinition;
  /** Address of the platform's page in the portal, for links. */
  pageUrl: string;
}

/** Undefined without the section. Throws `InputError`, which names the key. */
export function readProviderConfig(
  config: Config,
): ProviderSettings | undefined {
  const section = config.getOptionalConfig(SECTION);
  if (!section) return undefined;
  const schedule = section.getOptionalConfig('schedule');
  const baseUrl = config.getString('app.baseUrl').replace(/\/+$/, '');
  return {
    owner: readOwner(section),
    schedule: schedule
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)
      : DEFAULT_SCHEDULE,
    pageUrl: `${baseUrl}/volume-encryption`,
  };
}

function readOwner(section: Config): string {
  const text = section.getOptionalString('owner') ?? '';
  try {
    const ref = parseEntityRef(text, {
      defaultKind: 'group',
      defaultNamespace: 'default',
    });
    return stringifyEntityRef(ref);
  } catch {
    throw new InputError(
      `${SECTION}.owner is ${text ? 'no entity ref' : 'missing'}. Name who owns clusters, KMSs and StorageClasses, such as group:default/platform.`,
    );
  }
}
