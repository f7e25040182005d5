import type { PlatformFinding, PlatformVolume } from '../contract/api';
import type { CsvColumn } from './csv';
import { ownerName } from './groupNames';

/** What the file of volumes says of each. @public */
export const volumeCsvColumns: readonly CsvColumn<PlatformVolume>[] = [
  { title: 'cluster', textOf: it => it.cluster },
  { title: 'namespace', textOf: it => it.namespace },
  { title: 'claim', textOf: it => it.claim },
  { title: 'persistentVolume', textOf: it => it.persistentVolume },
  { title: 'phase', textOf: it => it.phase },
  { title: 'owner', textOf: ownerName },
  { title: 'storageClass', textOf: it => it.storageClass },
  { title: 'driver', textOf: it => it.driver },
  { title: 'size', textOf: it => it.size },
  { title: 'protection', textOf: it => it.protection },
  { title: 'state', textOf: it => it.state },
  { title: 'evidence', textOf: it => it.grade },
  { title: 'custody', textOf: it => it.custody },
  { title: 'kms', textOf: it => it.kms },
  { title: 'remount', textOf: it => it.remount },
  { title: 'inFlight', textOf: it => it.inFlight },
  { title: 'impact', textOf: it => it.findings[0]?.impact },
  {
    title: 'reasons',
    textOf: it => it.findings.map(({ code }) => code).join(' '),
  },
  { title: 'message', textOf: it => it.findings[0]?.message },
  { title: 'nextStep', textOf: it => it.findings[0]?.nextStep },
  { title: 'mender', textOf: it => it.findings[0]?.mender },
  { title: 'observedAt', textOf: it => it.observedAt },
  { title: 'keyObservedAt', textOf: it => it.keyObservedAt },
];

/** What the file of findings says of each. @public */
export const findingCsvColumns: readonly CsvColumn<PlatformFinding>[] = [
  { title: 'impact', textOf: it => it.impact },
  { title: 'severity', textOf: it => it.severity },
  { title: 'reason', textOf: it => it.code },
  { title: 'volumes', textOf: it => it.volumes },
  { title: 'keys', textOf: it => it.keys },
  { title: 'about', textOf: it => it.about },
  { title: 'cluster', textOf: it => it.cluster },
  { title: 'namespace', textOf: it => it.namespace },
  { title: 'storageClass', textOf: it => it.storageClass },
  { title: 'kms', textOf: it => it.kms },
  { title: 'owners', textOf: it => it.owners.join(' ') },
  { title: 'ownerCount', textOf: it => it.ownerCount },
  { title: 'message', textOf: it => it.message },
  { title: 'mender', textOf: it => it.mender },
  { title: 'nextStep', textOf: it => it.nextStep },
  { title: 'observedAt', textOf: it => it.observedAt },
  {
    title: 'example',
    textOf: ({ example }) =>
      example &&
      [
        example.cluster,
        example.namespace,
        example.claim,
        example.persistentVolume,
      ]
        .filter(Boolean)
        .join('/'),
  },
];
