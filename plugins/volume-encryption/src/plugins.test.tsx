import {
  createFrontendPlugin,
  createRouteRef,
  createSubRouteRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { mockApis } from '@backstage/frontend-test-utils';
import { filterPredicateToFilterFunction } from '@backstage/filter-predicates';
import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { screen, within } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { factFilter } from './blastRadius';
import { volumeEncryptionApiRef, type VolumeEncryptionApi } from './index';
import {
  EntityBlastRadiusCard,
  EntityEncryptionCard,
  EntityEncryptionContent,
  isBlastRadiusAvailable,
  isVolumeEncryptionAvailable,
  VolumeEncryptionPage,
  volumeEncryptionPlugin,
} from './legacy';
import { startBackend } from './__testUtils__/backend';
import {
  exampleBlastRadius,
  exampleKms,
} from './__testUtils__/exampleBlastRadius';
import { exampleEntity } from './__testUtils__/exampleEntity';
import {
  exampleCoverage,
  findingPage,
  platformVolumePage,
} from './__testUtils__/exampleOverview';
import { exampleTrend } from './__testUtils__/exampleTrend';
import { capabilities } from './__testUtils__/examplePlatform';
import { exampleAnswer } from './__testUtils__/exampleVolumes';
import { renderNewApp } from './rendering/__testUtils__/renderNewApp';

const withoutAnnotations = { ...exampleEntity, metadata: { name: 'ledger' } };

describe('both frontend systems', () => {
  const backend = startBackend();
  beforeEach(() => {
    backend.decides('ALLOW');
    backend.hasVolumes(exampleAnswer());
    backend.answers('/capabilities', capabilities());
    backend.answers('/coverage', exampleCoverage());
    backend.answers('/overview/trend', exampleTrend());
    backend.answers('/findings', findingPage());
    backend.answers('/volumes', platformVolumePage());
  });

  async function cardAndTab() {
    return Promise.all([
      screen.findByText('Volumes and their keys'),
      screen.findByRole('link', { name: 'ledger-data' }),
      screen.findByRole('link', { name: 'Details of ledger-data' }),
    ]);
  }

  it('the new plugin shows card and tab', async () => {
    renderNewApp({ entity: exampleEntity });
    expect(await cardAndTab()).toHaveLength(3);
  });

  it('the new plugin finds the templates of the scaffolder by itself', async () => {
    backend.hasVolumes(exampleAnswer({ volumes: [] }));
    renderNewApp({ entity: exampleEntity, others: [scaffolder()] });
    const link = await screen.findByRole('link', { name: /Request an/ });
    expect(link).toHaveAttribute(
      'href',
      expect.stringMatching('^/make/templates/default/encrypted-volume'),
    );
  });

  it('the new plugin offers no template where there is no scaffolder', async () => {
    backend.hasVolumes(exampleAnswer({ volumes: [] }));
    renderNewApp({ entity: exampleEntity });
    expect(await screen.findByText(/No volumes yet\./)).toBeVisible();
    expect(screen.queryByText(/Request an/)).toBeNull();
  });

  it('the old plugin shows the same card and tab', async () => {
    await renderInTestApp(
      <TestApiProvider
        apis={[
          [catalogApiRef, catalogApiMock({ entities: [exampleEntity] })],
          [volumeEncryptionApiRef, legacyClient()],
        ]}
      >
        <EntityProvider entity={exampleEntity}>
          <EntityEncryptionCard />
          <Routes>
            <Route path="/" element={<EntityEncryptionContent />} />
          </Routes>
        </EntityProvider>
      </TestApiProvider>,
      { mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef } },
    );
    expect(await cardAndTab()).toHaveLength(3);
  });

  it('the new plugin shows the page, and leads to it', async () => {
    renderNewApp({ entity: exampleEntity, path: '/volume-encryption' });
    expect(
      await screen.findByRole('table', { name: 'Findings' }),
    ).toBeVisible();
    expect(linksToPage()).not.toHaveLength(0);
  });

  it('the new plugin tells who may not see the page, and does not lead to it', async () => {
    backend.decides('DENY');
    backend.answers('/capabilities', { items: [] });
    renderNewApp({ entity: exampleEntity, path: '/volume-encryption' });
    expect(await screen.findByText(/Not yours to see/)).toBeVisible();
    expect(linksToPage()).toHaveLength(0);
  });

  it('the old plugin shows the same page', async () => {
    await renderInTestApp(
      <TestApiProvider apis={[[volumeEncryptionApiRef, legacyClient()]]}>
        <Routes>
          <Route
            path="/volume-encryption/*"
            element={<VolumeEncryptionPage />}
          />
        </Routes>
      </TestApiProvider>,
      {
        routeEntries: ['/volume-encryption'],
        mountedRoutes: {
          '/catalog/:namespace/:kind/:name': entityRouteRef,
        },
      },
    );
    expect(
      await screen.findByRole('table', { name: 'Findings' }),
    ).toBeVisible();
    expect(
      screen.getByRole('heading', { name: 'Volume encryption' }),
    ).toBeVisible();
  });

  it('the new plugin shows what rests on a KMS', async () => {
    backend.answers('/blast-radius', exampleBlastRadius());
    renderNewApp({ entity: exampleKms });
    expect(await screen.findByText(/^If this KMS goes down/)).toBeVisible();
    expect(screen.queryByText('Volumes and their keys')).toBeNull();
  });

  it('the old plugin shows the same', async () => {
    backend.answers('/blast-radius', exampleBlastRadius());
    await renderInTestApp(
      <TestApiProvider
        apis={[
          [catalogApiRef, catalogApiMock({ entities: [exampleKms] })],
          [volumeEncryptionApiRef, legacyClient()],
        ]}
      >
        <EntityProvider entity={exampleKms}>
          <EntityBlastRadiusCard />
        </EntityProvider>
      </TestApiProvider>,
      { mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef } },
    );
    expect(await screen.findByText(/^If this KMS goes down/)).toBeVisible();
  });

  it.each([
    ['a KMS', exampleKms, true],
    ['a component', exampleEntity, false],
    ['a cluster', ofType('volume-cluster'), false],
    ["others' KMS", { ...exampleKms, metadata: { name: 'theirs' } }, false],
  ])(
    'of %s both systems know whether it has that card',
    (_, entity, isAvailable) => {
      expect(isBlastRadiusAvailable(entity)).toBe(isAvailable);
      const matches = filterPredicateToFilterFunction(factFilter);
      expect(matches(entity)).toBe(isAvailable);
    },
  );

  it('the new plugin shows nothing for other entities', async () => {
    renderNewApp({ entity: withoutAnnotations });
    expect(await screen.findByTestId('empty-entity-page')).toBeInTheDocument();
  });

  it('the old plugin tells the same entities apart', () => {
    expect(isVolumeEncryptionAvailable(exampleEntity)).toBe(true);
    expect(isVolumeEncryptionAvailable(withoutAnnotations)).toBe(false);
    expect(isVolumeEncryptionAvailable({ ...exampleEntity, kind: 'API' })).toBe(
      false,
    );
  });
});

/** The Resource of the KMS with another type. */
function ofType(type: string) {
  return { ...exampleKms, spec: { ...exampleKms.spec, type } };
}

/** As much of the scaffolder as this plugin's links need, at a path of its own. */
function scaffolder() {
  const root = createRouteRef();
  const path = '/templates/:namespace/:templateName';
  const selectedTemplate = createSubRouteRef({ parent: root, path });
  const params = { path: '/make', routeRef: root, loader: async () => <></> };
  return createFrontendPlugin({
    pluginId: 'scaffolder',
    routes: { selectedTemplate },
    extensions: [PageBlueprint.make({ params })],
  });
}

/** The entries of the menu that lead to the page. */
function linksToPage() {
  return within(screen.getByTestId('sidebar-root')).queryAllByRole('link', {
    name: 'Volume encryption',
  });
}

/** The client as the old plugin makes it; its test app has no backend URL. */
function legacyClient() {
  const [{ api, factory }] = volumeEncryptionPlugin.getApis();
  expect(api).toBe(volumeEncryptionApiRef);
  return factory({
    discoveryApi: mockApis.discovery(),
    fetchApi: mockApis.fetch(),
  }) as VolumeEncryptionApi;
}
