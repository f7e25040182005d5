import {
  ANNOTATION_OWNER,
  type KubernetesObject,
} from 'backstage-plugin-volume-encryption-common';
import { claimOf, namespaceOf, volumeOf } from '../__testUtils__/objects';
import type { TouchedClaims } from '../volumeIndex';
import { sourcesOf, type ClusterOf } from './__testUtils__/sourcesOf';
import { mendSurvey, type Touched } from './mendSurvey';
import { takeSurvey } from './takeSurvey';

const now = () => new Date('2026-11-29T08:00:00.000Z');

/** A claim that waits, so that it has a finding, or is bound to what is not known. */
const claims = (...refs: string[]): KubernetesObject[] =>
  refs.map(ref => ({ ...claimOf(ref), phase: 'Pending' as const }));
const bound = (...refs: string[]): KubernetesObject[] =>
  refs.map(ref => ({
    ...claimOf(ref),
    phase: 'Bound' as const,
    volumeName: `pvc-${ref}`,
  }));

/** A volume that no claim has, or none any longer. */
const free = (name: string, claim?: string): KubernetesObject => ({
  ...volumeOf(name, claim),
  phase: claim ? 'Released' : 'Available',
});

/** The survey of the one mended to the other, and that of the other itself. */
async function mended(
  before: Record<string, ClusterOf>,
  after: Record<string, ClusterOf>,
  touched: Touched,
) {
  const first = await sourcesOf(before, { now });
  const survey = await takeSurvey(first.sources);
  await first.stop();
  const { sources, stop } = await sourcesOf(after, { now });
  const whole = await takeSurvey(sources);
  const some = await mendSurvey(survey, touched, sources);
  await stop();
  return { some, whole, survey };
}

it('is what a whole survey would be: with what is new, changed, and gone', async () => {
  const space = [namespaceOf('web'), namespaceOf('payments')];
  const { some, whole } = await mended(
    {
      prod: [...space, ...claims('web/a', 'web/gone'), ...bound('payments/b')],
      dev: [...space, ...bound('web/a')],
    },
    {
      prod: [
        ...space,
        ...bound('web/a'),
        ...claims('payments/b', 'payments/a', 'web/0'),
      ],
      dev: [...space, ...bound('web/a'), ...claims('payments/new')],
    },
    new Map<string, TouchedClaims>([
      [
        'prod',
        new Set(['web/a', 'web/gone', 'payments/b', 'payments/a', 'web/0']),
      ],
      ['dev', 'all'],
    ]),
  );
  expect(whole.volumes).toHaveLength(6);
  expect(some).toEqual(whole);
});

it('is that too where volumes lose their claims, come without one, and go', async () => {
  const space = namespaceOf('web');
  const { some, whole } = await mended(
    { prod: [space, ...bound('web/a', 'web/b'), free('old')] },
    { prod: [space, ...bound('web/b'), free('b'), free('a', 'web/a')] },
    new Map([['prod', new Set(['web/a'])]]),
  );
  expect(whole.volumes.map(it => it.persistentVolume)).toHaveLength(3);
  expect(some).toEqual(whole);
});

it('judges none of the others anew', async () => {
  const { some, survey } = await mended(
    { prod: [namespaceOf('web'), ...bound('web/a', 'web/b')] },
    {
      prod: [
        namespaceOf('web', { [ANNOTATION_OWNER]: 'web' }),
        ...bound('web/a', 'web/b'),
      ],
    },
    new Map([['prod', new Set(['web/b'])]]),
  );
  const ownerOf = (name: string) =>
    some.volumes.find(({ claim }) => claim === name)?.owner;
  expect(ownerOf('b')).toBe('group:default/web');
  expect(ownerOf('a')).toBeUndefined();
  expect(some.assessedAt).toBe(survey.assessedAt);
});

it('says which clusters cannot be read by now', async () => {
  const { some, whole } = await mended(
    { prod: [namespaceOf('web'), ...bound('web/a')], dev: [] },
    {
      prod: [namespaceOf('web'), ...bound('web/a')],
      dev: new Error('refused'),
    },
    new Map([['dev', 'all']]),
  );
  expect(some.clusters).toEqual(whole.clusters);
  expect(some.clusters[1].incomplete).toBe(true);
});
