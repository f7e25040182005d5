import express, { type RequestHandler, type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { answerErrors } from './answerErrors';
import { getBlastRadius } from './getBlastRadius';
import { getCatalogFacts } from './getCatalogFacts';
import { getClusters } from './getClusters';
import { getEntityTenants } from './getEntityTenants';
import { getEntityTimeline } from './getEntityTimeline';
import { getEntityVolume } from './getEntityVolume';
import { getEntityVolumes } from './getEntityVolumes';
import { getKms } from './getKms';
import { getKmsConnections } from './getKmsConnections';
import { getNamespaces } from './getNamespaces';
import { getStorageClasses } from './getStorageClasses';
import { getCapabilities } from './getCapabilities';
import { getCoverage } from './getCoverage';
import { getCustodyDrift } from './getCustodyDrift';
import { getCustodySetup } from './getCustodySetup';
import { getFindings } from './getFindings';
import { getFindingsFile } from './getFindingsFile';
import { getIsolation } from './getIsolation';
import { getKeyRotation } from './getKeyRotation';
import { getKmsKeys } from './getKmsKeys';
import { getKmsKeysFile } from './getKmsKeysFile';
import { getKmsSource } from './getKmsSource';
import { getMovePlan } from './getMovePlan';
import { getPortalIdentity } from './getPortalIdentity';
import { getReceipts } from './getReceipts';
import { getTenant } from './getTenant';
import { getTenants } from './getTenants';
import { getTrend } from './getTrend';
import { getTrendFile } from './getTrendFile';
import { getTenantTimeline } from './getTenantTimeline';
import { getVolumes } from './getVolumes';
import { getVolumesFile } from './getVolumesFile';
import { getVolumeTimeline } from './getVolumeTimeline';
import type { HttpParts } from './HttpParts';
import { postOperation } from './postOperation';
import { postPlan } from './postPlan';
import { postPreflight } from './postPreflight';
import { validateRequests } from './validateRequests';

const ENTITY = '/entities/:kind/:namespace/:name';
const CLUSTER = '/clusters/:cluster';
const KMS = '/kms/:kms';
const CLAIM = '/:cluster/:claimNamespace/:claim';

/** The routes, each with its errors answered. */
export function createRouter(parts: HttpParts): RequestHandler {
  return answerErrors(createRoutes(parts), parts.logger);
}

/** Every route of openapi.yaml, and no other. */
export function createRoutes(parts: HttpParts): Router {
  const router = PromiseRouter();
  router.use(express.json(), ...validateRequests());
  router.get(`${ENTITY}/volumes`, getEntityVolumes(parts));
  router.get(`${ENTITY}/volumes${CLAIM}`, getEntityVolume(parts));
  router.get(`${ENTITY}/timeline`, getEntityTimeline(parts));
  router.get(`${ENTITY}/volumes${CLAIM}/timeline`, getVolumeTimeline(parts));
  router.get(`${ENTITY}/tenants`, getEntityTenants(parts));
  router.get('/storage-classes', getStorageClasses(parts));
  router.get('/kms', getKms(parts));
  router.get('/clusters', getClusters(parts));
  router.get(`${CLUSTER}/namespaces`, getNamespaces(parts));
  router.get(`${CLUSTER}/kms-connections`, getKmsConnections(parts));
  router.get(`${ENTITY}/volumes${CLAIM}/key-rotation`, getKeyRotation(parts));
  router.get(`${ENTITY}/volumes${CLAIM}/move-plan`, getMovePlan(parts));
  router.get(`${CLUSTER}/kms-source`, getKmsSource(parts));
  router.get('/capabilities', getCapabilities(parts));
  router.get('/tenants', getTenants(parts));
  router.get('/tenants/:cluster/:namespace', getTenant(parts));
  router.get('/tenants/:cluster/:namespace/timeline', getTenantTimeline(parts));
  router.get('/coverage', getCoverage(parts));
  router.get('/volumes', getVolumes(parts));
  router.get('/volumes.csv', getVolumesFile(parts));
  router.get('/findings', getFindings(parts));
  router.get('/findings.csv', getFindingsFile(parts));
  router.get('/overview/trend', getTrend(parts));
  router.get('/overview/trend.csv', getTrendFile(parts));
  router.get('/receipts', getReceipts(parts));
  router.get(`${KMS}/custody-setup`, getCustodySetup(parts));
  router.get(`${KMS}/custody-drift`, getCustodyDrift(parts));
  router.get(`${KMS}/identity`, getPortalIdentity(parts));
  router.get(`${KMS}/isolation`, getIsolation(parts));
  router.get(`${KMS}/keys`, getKmsKeys(parts));
  router.get(`${KMS}/keys.csv`, getKmsKeysFile(parts));
  router.get('/catalog-facts', getCatalogFacts(parts));
  router.get('/blast-radius', getBlastRadius(parts));
  router.post('/plans', postPlan(parts));
  router.post('/preflights', postPreflight(parts));
  router.post('/operations', postOperation(parts));
  return router;
}
