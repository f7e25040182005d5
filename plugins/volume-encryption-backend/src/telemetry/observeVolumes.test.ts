import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { PlatformVolume } from 'backstage-plugin-volume-encryption-common';
import type { Survey } from '../overview/Survey';
import { observeVolumes } from './observeVolumes';

const volumeOf = (cluster: string, protection: string) =>
  ({ cluster, protection, state: 'active', size: '1Gi' }) as PlatformVolume;

function surveyOf(volumes: readonly PlatformVolume[]): Survey {
  const clusterOf = (name: string, incomplete: boolean) => ({
    ...{ name, incomplete, problems: [] },
  });
  const clusters = [clusterOf('prod', false), clusterOf('dark', true)];
  const nothing = { keyFindings: [], problems: [] };
  return { assessedAt: '', revision: 1, ...nothing, clusters, volumes };
}

/** What a scrape is told, for each survey that is there. */
function scrapes(surveys: (Survey | undefined)[]) {
  const callbacks: ((result: { observe: Function }) => void)[] = [];
  const metrics: Partial<MetricsService> = {
    createObservableGauge: () =>
      Object({ addCallback: (it: () => void) => callbacks.push(it) }),
  };
  const left = [...surveys];
  observeVolumes(metrics as MetricsService, { recall: () => left.shift() });
  return surveys.map(() => {
    const told: string[] = [];
    const observe = (count: number, of: Record<string, string>) =>
      told.push(`${of.cluster} ${of.protection} ${count}`);
    callbacks.forEach(it => it({ observe }));
    return told;
  });
}

it('tells each protection of each cluster that was read, zero included', () => {
  const survey = surveyOf([
    volumeOf('prod', 'none'),
    volumeOf('prod', 'none'),
    volumeOf('prod', 'unknown'),
    volumeOf('dark', 'none'),
  ]);
  const told = [
    'prod volume/customer-key 0',
    'prod volume/provider-key 0',
    'prod infrastructure-only 0',
    'prod none 2',
    'prod unknown 1',
  ];
  expect(scrapes([undefined, survey, survey])).toEqual([[], told, told]);
});

it('counts a survey once, however often it is scraped', () => {
  const survey = surveyOf([volumeOf('prod', 'none')]);
  const filter = jest.spyOn(survey.volumes as PlatformVolume[], 'filter');
  scrapes([survey, survey, survey]);
  expect(filter).toHaveBeenCalledTimes(1);
});
