import type {
  AuditorService,
  HttpAuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { Assurance } from '../assurance/Assurance';
import type { CatalogFacts } from '../catalogFacts/CatalogFacts';
import type { Receipts } from '../custody/receipts/Receipts';
import type { Timelines } from '../history/Timelines';
import type { TenantInspector } from '../inspection/TenantInspector';
import type { KeyInventory } from '../keyInventory/KeyInventory';
import type { KeyRotations } from '../keyRotation/KeyRotations';
import type { KmsSources } from '../kmsSource/KmsSources';
import type { VolumeMoves } from '../move/VolumeMoves';
import type { OperationService } from '../operations';
import type { Overview } from '../overview/Overview';
import type { Preflights } from '../preflight/Preflights';
import type { StatusService } from '../status';
import type { Access } from '../tenancy';
import type { Trends } from '../trend/Trends';

/** What the routes work with. */
export interface HttpParts {
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  logger: LoggerService;
  access: Pick<Access, keyof Access>;
  status: Pick<StatusService, keyof StatusService>;
  overview: Pick<Overview, keyof Overview>;
  trends: Pick<Trends, keyof Trends>;
  inspector: Pick<TenantInspector, keyof TenantInspector>;
  assurance: Pick<Assurance, keyof Assurance>;
  keyRotations: Pick<KeyRotations, keyof KeyRotations>;
  moves: Pick<VolumeMoves, keyof VolumeMoves>;
  keyInventory: Pick<KeyInventory, 'list' | 'whole'>;
  kmsSources: Pick<KmsSources, keyof KmsSources>;
  catalogFacts: Pick<CatalogFacts, keyof CatalogFacts>;
  preflights: Pick<Preflights, keyof Preflights>;
  receipts: Pick<Receipts, 'list'>;
  timelines: Pick<Timelines, keyof Timelines>;
  operations: Pick<OperationService, 'plan' | 'run'>;
}
