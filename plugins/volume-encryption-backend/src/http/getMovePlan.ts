import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  entityVolumesCreatePermission,
  type MoveRequest,
} from 'backstage-plugin-volume-encryption-common';
import type { Request, RequestHandler } from 'express';
import { abortOnClose } from './abortOnClose';
import { auditedRead } from './audited';
import { auditedNames } from './auditedNames';
import type { HttpParts } from './HttpParts';
import { textOf } from './pageOf';
import { requireUser } from './requestedBy';
import { sendJson } from './sendJson';

/**
 * `GET /entities/…/volumes/{cluster}/{claimNamespace}/{claim}/move-plan`: for who
 * may ask for the new claim, in a namespace that consents.
 */
export function getMovePlan(parts: HttpParts): RequestHandler {
  const { httpAuth, auditor, access, moves } = parts;
  return async (request, response) => {
    const signal = abortOnClose(response);
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const { kind, namespace, name } = request.params;
    const entityRef = stringifyEntityRef({ kind, namespace, name });
    const asked = moveRequestOf(request);
    const meta = auditedNames({ entityRef, ...asked });
    const attempt = { eventId: 'move-plan-read', request, meta };
    const plan = await auditedRead(auditor, attempt, async () => {
      requireUser(credentials);
      const entity = await access.authorizeEntity(
        entityVolumesCreatePermission,
        entityRef,
        credentials,
      );
      await access.requireConsent({ ...asked, entity });
      return moves.plan(asked, entity, signal);
    });
    sendJson(response, plan);
  };
}

function moveRequestOf({ params, query }: Request): MoveRequest {
  const { runAsUser } = query;
  return {
    cluster: params.cluster,
    namespace: params.claimNamespace,
    claim: params.claim,
    storageClass: textOf(query.storageClass) ?? '',
    newClaim: textOf(query.newClaim),
    size: textOf(query.size),
    image: textOf(query.image),
    runAsUser: runAsUser === undefined ? undefined : Number(runAsUser),
  };
}
