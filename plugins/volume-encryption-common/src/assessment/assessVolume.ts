import type { Remount } from '../contract/api';
import type { Finding } from '../contract/reasons';
import { classLink } from './classLink';
import { assessClusterWide } from './clusterWide';
import { connectionLink } from './connectionLink';
import { credentialLink } from './credentialLink';
import { assessCustody } from './custody';
import type { Evidence } from './evidence';
import { readEvidence } from './evidence';
import { assessInFlight } from './inFlight';
import { keyLink } from './keyLink';
import { kmsLink } from './kmsLink';
import type { LinkFinding } from './linkFinding';
import { reasonOfLink, remountVerdict, viewLink } from './linkFinding';
import { outdated } from './outdated';
import { assessProtection } from './protection';
import type { VolumeAssessment, VolumeFacts } from './volumeFacts';
import { claimLink, volumeLink } from './volumeLinks';

/** A look at one link of the chain; undefined where the chain has no such link. */
type LinkCheck = (evidence: Evidence) => LinkFinding | undefined;

/** What the volume is. */
const volumeChecks: readonly LinkCheck[] = [claimLink, volumeLink, classLink];

/** What its next mount needs, in the order in which the driver needs it. */
const mountChecks: readonly LinkCheck[] = [
  connectionLink,
  credentialLink,
  kmsLink,
  keyLink,
];

/**
 * Judges a volume: is it encrypted, who holds the key, would the next mount
 * work. Each answer with its reasons; what could not be read is `unknown`.
 */
export function assessVolume(facts: VolumeFacts): VolumeAssessment {
  const evidence = readEvidence(facts);
  const needsKey = hasEncryptedRecord(evidence);
  const mountLinks = needsKey ? ask(mountChecks, evidence) : [];
  const protection = assessProtection(evidence);
  return {
    protection,
    custody: assessCustody(evidence),
    inFlight: assessInFlight(evidence, protection),
    clusterWide: assessClusterWide(evidence),
    remount: assessRemount(evidence, mountLinks),
    chain: [...ask(volumeChecks, evidence), ...mountLinks].map(viewLink),
  };
}

function ask(checks: readonly LinkCheck[], evidence: Evidence): LinkFinding[] {
  return checks.flatMap(check => check(evidence) ?? []);
}

function hasEncryptedRecord({ record }: Evidence): boolean {
  if (record.state !== 'recorded') return false;
  const { encryption } = record.asked;
  return encryption === 'block' || encryption === 'file';
}

function assessRemount(evidence: Evidence, links: LinkFinding[]): Remount {
  if (links.length === 0) {
    return { verdict: 'unknown', reasons: [whyNotAsked(evidence)] };
  }
  const failure = mountFailure(evidence);
  const age = outdated(evidence.facts);
  const statuses = links.map(link => link.status);
  if (failure) statuses.push('warning');
  if (age) statuses.push('unknown');
  return {
    verdict: remountVerdict(statuses),
    reasons: [failure ?? [], age ?? [], links.map(reasonOfLink)].flat(),
  };
}

function whyNotAsked({ record, custody }: Evidence): Finding {
  if (record.state === 'judged' && record.answer.says !== 'unencrypted') {
    return {
      code: 'remount-not-checked',
      severity: 'info',
      message:
        'What the next mount needs is followed for Ceph CSI and its KMSs only, so whether it would work is not known.',
    };
  }
  if (record.state !== 'recorded' && record.state !== 'judged') {
    return record.finding;
  }
  if (record.state === 'recorded' && custody.kind === 'unknown') {
    return custody.finding;
  }
  return {
    code: 'no-key-needed',
    severity: 'info',
    message:
      'The volume is not encrypted, so mounting it takes no key. Only keys are checked here, so whether its next mount will work is not known.',
  };
}

function mountFailure({ mounts }: Evidence): Finding | undefined {
  if (mounts.state !== 'failed') return undefined;
  return {
    code: 'mount-failed',
    severity: 'warning',
    message: `The pod "${mounts.pod}" could not mount the volume, last at ${mounts.lastSeen}. See the diagnosis for the cause.`,
  };
}
