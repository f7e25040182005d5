import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import {
  countVolumes,
  type CoverageCounts,
} from 'backstage-plugin-volume-encryption-common';
import type { Survey } from '../overview/Survey';
import type { Surveys } from '../overview/Surveys';

/** A survey that began before says too little of now. */
const WITHIN_MS = 10 * 60_000;

/**
 * How many volumes of each cluster have which protection, by a survey of the last
 * minutes, counted once for it. No scrape waits for one; where none is there, or
 * a cluster could not be read, nothing is said.
 */
export function observeVolumes(
  metrics: MetricsService,
  surveys: Pick<Surveys, 'recall'>,
): void {
  let counted: { survey: Survey; counts: Map<string, CoverageCounts> };
  metrics
    .createObservableGauge('volume_encryption.volumes', {
      description: 'Volumes by how they are protected',
    })
    .addCallback(result => {
      const survey = surveys.recall(WITHIN_MS);
      if (!survey) return;
      if (survey !== counted?.survey) {
        counted = { survey, counts: countsOf(survey) };
      }
      for (const [cluster, { protections }] of counted.counts) {
        for (const [protection, count] of Object.entries(protections)) {
          result.observe(count, { cluster, protection });
        }
      }
    });
}

/** Of the clusters that could be read. */
function countsOf({ clusters, volumes }: Survey): Map<string, CoverageCounts> {
  const read = clusters.filter(({ incomplete }) => !incomplete);
  return new Map(
    read.map(({ name }) => [
      name,
      countVolumes(volumes.filter(({ cluster }) => cluster === name)),
    ]),
  );
}
