import {
  ownerName,
  type PlatformVolume,
} from 'backstage-plugin-volume-encryption-common';
import { GradeChip } from '../custody';
import {
  custodyStatus,
  inFlightStatus,
  protectionStatus,
  remountStatus,
  StatusBadge,
} from '../status';
import type { Column } from '../tables';
import { Age } from '../time';
import { OwnerName } from './OwnerName';
import { Small } from './Small';

/** The columns of the table of all volumes. */
export const volumeColumns: Column<PlatformVolume>[] = [
  {
    title: 'Claim',
    minWidth: 140,
    render: NameOf,
  },
  {
    title: 'Owner',
    minWidth: 115,
    render: volume => <OwnerName name={ownerName(volume)} />,
  },
  {
    title: 'Class',
    minWidth: 150,
    render: ({ storageClass, driver }) => (
      <>
        {storageClass ?? 'none'}
        <Small>{driver ?? 'driver not known'}</Small>
      </>
    ),
  },
  {
    title: 'Protection',
    render: volume => (
      <>
        <StatusBadge status={protectionOf(volume)} />
        <GradeChip grade={volume.grade} />
        <Small>
          seen <Age at={volume.observedAt} />
        </Small>
      </>
    ),
  },
  {
    title: 'Custody',
    render: ({ custody: kind, kms }) => (
      <StatusBadge
        status={custodyStatus({ kind, kms, summary: '', reasons: [] })}
      />
    ),
  },
  {
    title: 'Remount',
    render: volume => <StatusBadge status={remountOf(volume)} />,
  },
  {
    title: 'In flight',
    render: ({ inFlight: answer }) => (
      <StatusBadge status={inFlightStatus({ answer, reasons: [] })} />
    ),
  },
  {
    title: 'Next step',
    minWidth: 170,
    render: ({ findings: [gravest] }) =>
      gravest && (
        <>
          {gravest.nextStep}
          <Small>
            <code>{gravest.code}</code>
          </Small>
        </>
      ),
  },
];

/** By its claim, or by itself where no claim has it. */
function NameOf(volume: PlatformVolume) {
  const { claim, namespace, cluster, size, persistentVolume, phase } = volume;
  if (persistentVolume === undefined) {
    return (
      <>
        {claim}
        <Small>
          {size} in {namespace} on {cluster}
        </Small>
      </>
    );
  }
  return (
    <>
      {persistentVolume}
      <Small>
        {size} on {cluster}, {phase}: no claim has it
        {claim && `; it was of ${namespace}/${claim}`}
      </Small>
    </>
  );
}

function protectionOf({ protection: verdict, ...volume }: PlatformVolume) {
  const { state, grade, findings } = volume;
  const isUnknown = verdict === 'unknown' || state === 'cannot-tell';
  const reasons = isUnknown
    ? findings.filter(({ impact }) => impact === 'unknown')
    : [];
  return protectionStatus({ verdict, state, grade, reasons });
}

function remountOf({ remount: verdict, findings }: PlatformVolume) {
  const impact = verdict === 'blocked' ? 'blocked' : 'at-risk';
  const reasons = findings.filter(it => it.impact === impact);
  return remountStatus({
    verdict,
    reasons: verdict === 'unknown' ? [] : reasons,
  });
}
