import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  actionsRegistryServiceRef,
  metricsServiceRef,
  tracingServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { volumeEncryptionPermissions } from 'backstage-plugin-volume-encryption-common';
import { registerActions } from './actions';
import { Assurance } from './assurance/Assurance';
import { CatalogFacts } from './catalogFacts/CatalogFacts';
import { CatalogUsers } from './catalogFacts/CatalogUsers';
import { createCluster } from './cluster/createCluster';
import { permissionsOff } from './config/permissionsOff';
import { plainAddresses } from './config/plainAddresses';
import { readConfig } from './config/readConfig';
import { TenantCredentialStore } from './custody';
import { Receipts } from './custody/receipts/Receipts';
import { scheduleRenewals } from './custody/renewal/scheduleRenewals';
import { TokenRenewals } from './custody/renewal/TokenRenewals';
import { createHistory } from './history/createHistory';
import { createRouter } from './http';
import { TenantInspector } from './inspection/TenantInspector';
import { KeyInventory } from './keyInventory/KeyInventory';
import { scheduleKeyLooks } from './keyInventory/scheduleKeyLooks';
import { KeyRotations } from './keyRotation/KeyRotations';
import { KmsSources } from './kmsSource/KmsSources';
import { VolumeMoves } from './move/VolumeMoves';
import { createJobTesting, OperationService, stepApplier } from './operations';
import { Overview } from './overview/Overview';
import { LiveSurveys } from './overview/LiveSurveys';
import { mendSurvey } from './overview/mendSurvey';
import { Surveys } from './overview/Surveys';
import { takeSurvey } from './overview/takeSurvey';
import { Preflights } from './preflight/Preflights';
import { reissueTenant } from './reissue/reissueTenant';
import { ChangeSignals, platformSignals } from './signals';
import { createSources, KmsFacts, StatusService } from './status';
import { Systems } from './systems';
import {
  observeClusters,
  observeCredentials,
  observeKms,
  observeVolumes,
  OperationTelemetry,
} from './telemetry';
import { Access } from './tenancy';
import { scheduleTrend } from './trend/scheduleTrend';
import { TrendRecorder } from './trend/TrendRecorder';
import { Trends } from './trend/Trends';
import { TrendStore } from './trend/TrendStore';
import { createKms } from './vault/createKms';
import { ownTokens } from './vault/OwnToken';
import { countOf, VolumeIndex } from './volumeIndex';

/** The backend of Volume Encryption. It holds every credential. @public */
export const volumeEncryptionPlugin = createBackendPlugin({
  pluginId: 'volume-encryption',
  register(env) {
    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        tracing: tracingServiceRef,
      },
      async init(services) {
        const { logger, lifecycle } = services;
        const config = readConfig(services.config);
        [...permissionsOff(services.config), ...plainAddresses(config)].forEach(
          warning => logger.warn(warning),
        );
        const clusters = config.clusters.map(it => createCluster(it));
        const clusterNames = config.clusters.map(({ name }) => name);
        const kms = config.kms.map(it => createKms({ ...it, clusterNames }));
        const tokens = ownTokens(config.kms, logger);
        const now = () => new Date();

        const index = new VolumeIndex({ clusters, logger, now });
        const systems = new Systems({ clusters, kms });
        const credentials = await TenantCredentialStore.create(services);
        const receipts = await Receipts.create(services);
        const signals = new ChangeSignals({ ...services, index, now });
        const parts = {
          index,
          systems,
          kms,
          kmsFacts: new KmsFacts(now),
          credentials,
          signals,
          now,
        };
        const sources = createSources(parts);
        const keyInventory = new KeyInventory(parts);
        const status = new StatusService(sources, signals);
        const access = new Access({ ...services, index, systems });
        const telemetry = new OperationTelemetry({
          ...services,
          clusterNames,
        });
        const jobTesting = createJobTesting(config, status);
        const stepParts = {
          ...{ systems, credentials, receipts, logger, now, jobTesting },
        };
        const operations = new OperationService({
          ...stepParts,
          applyStep: telemetry.spanned(stepApplier(stepParts)),
          measure: telemetry.measure,
        });
        observeClusters(services.metrics, parts);
        observeCredentials(services.metrics, parts);
        observeKms(services.metrics, parts);

        const renewals = new TokenRenewals({
          ...parts,
          ...services,
          reissue: tenant => reissueTenant(tenant, { ...parts, operations }),
        });
        await scheduleRenewals(services.scheduler, renewals);
        await scheduleKeyLooks(services.scheduler, keyInventory);

        const overviewSources = { ...sources, keys: keyInventory };
        const surveys = new Surveys(() => takeSurvey(overviewSources), now);
        observeVolumes(services.metrics, surveys);
        const liveSurveys = new LiveSurveys({
          ...{ surveys, logger, now, tell: platformSignals(services) },
          mend: (survey, touched) =>
            mendSurvey(survey, touched, overviewSources),
          claimsOf: cluster =>
            countOf(index.snapshot(cluster).tables.PersistentVolumeClaim),
        });
        const store = await TrendStore.create(services);
        const recorder = new TrendRecorder({ store, surveys, now });
        await scheduleTrend(services.scheduler, recorder);

        services.permissionsRegistry.addPermissions(
          volumeEncryptionPermissions,
        );
        const users = new CatalogUsers({ ...services, now });
        const inspector = new TenantInspector({ ...parts, keyInventory });
        const preflights = new Preflights(sources);
        const timelines = await createHistory(
          { ...services, ...overviewSources, inspector, users },
          config.history,
        );
        services.httpRouter.use(
          createRouter({
            ...services,
            access,
            status,
            overview: new Overview({ index, surveys: liveSurveys }),
            trends: new Trends({ store, index, now }),
            operations,
            inspector,
            assurance: new Assurance(parts),
            keyInventory,
            keyRotations: new KeyRotations(parts),
            moves: new VolumeMoves(sources),
            kmsSources: new KmsSources(parts),
            catalogFacts: new CatalogFacts({ ...parts, users }),
            preflights,
            receipts,
            timelines,
          }),
        );
        registerActions({
          ...services,
          access,
          status,
          inspector,
          operations,
          preflights,
        });
        const stop = new AbortController();
        lifecycle.addStartupHook(() => {
          signals.start(stop.signal);
          liveSurveys.start(index, stop.signal);
          void index.follow(stop.signal);
          void status.follow(stop.signal);
          tokens.forEach(it => void it.follow(stop.signal));
        });
        lifecycle.addShutdownHook(() => stop.abort());
      },
    });
  },
});
