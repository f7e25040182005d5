import { Link } from '@backstage/core-components';
import type { PlatformFinding } from 'backstage-plugin-volume-encryption-common';
import { Fragment } from 'react';
import { impactStatus, menderLabels, StatusBadge } from '../status';
import type { Column } from '../tables';
import { Age } from '../time';
import { OwnerName } from './OwnerName';
import { Small } from './Small';
import type { AddressFilter } from './useVolumeFilter';

/** How many owners are named before the rest is counted. */
const NAMED_OWNERS = 3;

/** The columns of the list of findings. */
export function findingColumns(
  address: AddressFilter,
): Column<PlatformFinding>[] {
  return [
    {
      title: 'Finding',
      render: ({ impact }) => <StatusBadge status={impactStatus[impact]} />,
    },
    {
      title: 'Volumes',
      render: finding =>
        finding.keys === undefined ? (
          <Volumes finding={finding} address={address} />
        ) : (
          <Keys finding={finding} address={address} />
        ),
    },
    { title: 'Of', minWidth: 170, render: subjectOf },
    { title: 'Owner', minWidth: 130, render: Owners },
    { title: 'Reason', render: reasonOf },
    { title: 'Next step', render: nextStepOf },
  ];
}

/** Leads to them. */
function Volumes(props: { finding: PlatformFinding; address: AddressFilter }) {
  const { finding, address } = props;
  const { code, about, cluster, namespace, storageClass } = finding;
  const place = about === 'kms' ? {} : { cluster, namespace, storageClass };
  const given = Object.entries(place).filter(([, value]) => value);
  const link = address.linkTo({ ...Object.fromEntries(given), reason: code });
  return (
    <Link
      to={link}
      aria-label={`Volumes with ${code} of ${subjectText(finding)}`}
    >
      {finding.volumes.toLocaleString('en')}
    </Link>
  );
}

/** There are keys and no volumes: leads to their list. */
function Keys(props: { finding: PlatformFinding; address: AddressFilter }) {
  const { finding, address } = props;
  const { keys = 0, kms = '' } = finding;
  const query = new URLSearchParams({ kms, state: 'orphan' });
  return (
    <Link
      to={`${address.page}/keys?${query}`}
      aria-label={`Keys of KMS ${kms} that are of no volume`}
    >
      {keys.toLocaleString('en')} {keys === 1 ? 'key' : 'keys'}
    </Link>
  );
}

function subjectText(finding: PlatformFinding): string {
  const { about, cluster, namespace, storageClass, kms } = finding;
  switch (about) {
    case 'kms':
      return `KMS ${kms}`;
    case 'storage-class':
      return `class ${storageClass} on ${cluster}`;
    case 'tenant':
      return `namespace ${namespace} on ${cluster}`;
    default:
      return `cluster ${cluster}`;
  }
}

function subjectOf(finding: PlatformFinding) {
  const { example } = finding;
  return (
    <>
      {subjectText(finding)}
      {example && (
        <Small>
          such as{' '}
          {example.persistentVolume ?? `${example.namespace}/${example.claim}`}
        </Small>
      )}
    </>
  );
}

function Owners({ owners, ownerCount }: PlatformFinding) {
  const named = owners.slice(0, NAMED_OWNERS);
  const others = ownerCount - named.length;
  return (
    <>
      {named.map((owner, index) => (
        <Fragment key={owner}>
          {index > 0 && ', '}
          <OwnerName name={owner} />
        </Fragment>
      ))}
      {others > 0 && ` and ${others.toLocaleString('en')} more`}
    </>
  );
}

function reasonOf({ code, message, observedAt }: PlatformFinding) {
  return (
    <>
      {message}
      <Small>
        <code>{code}</code>
        {observedAt && (
          <>
            , seen <Age at={observedAt} />
          </>
        )}
      </Small>
    </>
  );
}

function nextStepOf({ nextStep, mender }: PlatformFinding) {
  return (
    <>
      {nextStep}
      <Small>by {menderLabels[mender]}</Small>
    </>
  );
}
