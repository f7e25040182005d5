import type { Finding } from '../contract/reasons';
import type { DriverProfile } from '../driver/driverProfile';
import type { VolumeFacts } from './volumeFacts';

/** Why the record of a copy does not say what the copy is. */
export function whyCopyIsUnsettled(profile: DriverProfile): string {
  const { copies, knowledge } = profile;
  return `The record of a copy says what its own class asked for, not what it is a copy of. ${copies} ${knowledge.settledBy}`;
}

/** That the volume is a copy, if it is one, and what a copy of its driver gets. */
export function copyNote(
  { copies }: DriverProfile,
  { claim }: VolumeFacts,
): Finding[] {
  const source = claim.dataSource;
  if (!source) return [];
  return [
    {
      code: 'copy',
      severity: 'info',
      message: `Made as a copy of ${source.kind} "${source.name}". ${copies}`,
    },
  ];
}
