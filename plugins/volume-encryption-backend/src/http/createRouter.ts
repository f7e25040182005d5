import express, { type RequestHandler } from 'express';
import PromiseRouter from 'express-promise-router';
import { answerErrors } from './answerErrors';
import { getClusters } from './getClusters';
import { getEntityTenants } from './getEntityTenants';
import { getEntityVolume } from './getEntityVolume';
import { getEntityVolumes } from './getEntityVolumes';
import { getKms } from './getKms';
import { getKmsConnections } from './getKmsConnections';
import { getNamespaces } from './getNamespaces';
import { getStorageClasses } from './getStorageClasses';
import type { HttpParts } from './HttpParts';
import { postOperation } from './postOperation';
import { postPlan } from './postPlan';
import { validateRequests } from './validateRequests';

const ENTITY = '/entities/:kind/:namespace/:name';
const CLUSTER = '/clusters/:cluster';
const CLAIM = '/:cluster/:claimNamespace/:claim';

/** Every route of openapi.yaml. */
export function createRouter(parts: HttpParts): RequestHandler {
  const router = PromiseRouter();
  router.use(express.json(), ...validateRequests());
  router.get(`${ENTITY}/volumes`, getEntityVolumes(parts));
  router.get(`${ENTITY}/volumes${CLAIM}`, getEntityVolume(parts));
  router.get(`${ENTITY}/tenants`, getEntityTenants(parts));
  router.get('/storage-classes', getStorageClasses(parts));
  router.get('/kms', getKms(parts));
  router.get('/clusters', getClusters(parts));
  router.get(`${CLUSTER}/namespaces`, getNamespaces(parts));
  router.get(`${CLUSTER}/kms-connections`, getKmsConnections(parts));
  router.post('/plans', postPlan(parts));
  router.post('/operations', postOperation(parts));
  return answerErrors(router, parts.logger);
}
