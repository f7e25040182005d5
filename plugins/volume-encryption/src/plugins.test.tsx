import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import {
  catalogApiMock,
  createTestEntityPage,
} from '@backstage/plugin-catalog-react/testUtils';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import plugin, {
  volumeEncryptionApiRef,
  type VolumeEncryptionApi,
} from './index';
import {
  EntityEncryptionCard,
  EntityEncryptionContent,
  isVolumeEncryptionAvailable,
  volumeEncryptionPlugin,
} from './legacy';
import { startBackend } from './__testUtils__/backend';
import { exampleEntity } from './__testUtils__/exampleEntity';
import { exampleAnswer } from './__testUtils__/exampleVolumes';

const withoutAnnotations = { ...exampleEntity, metadata: { name: 'ledger' } };

describe('both frontend systems', () => {
  const backend = startBackend();
  beforeEach(() => backend.hasVolumes(exampleAnswer()));

  async function cardAndTab() {
    return Promise.all([
      screen.findByText('Volumes and their keys'),
      screen.findByRole('link', { name: 'ledger-data' }),
      screen.findByRole('link', { name: 'Details of ledger-data' }),
    ]);
  }

  it('the new plugin shows card and tab', async () => {
    renderTestApp({
      features: [plugin],
      extensions: [createTestEntityPage({ entity: exampleEntity })],
    });
    expect(await cardAndTab()).toHaveLength(3);
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

  it('the new plugin shows nothing for other entities', async () => {
    renderTestApp({
      features: [plugin],
      extensions: [createTestEntityPage({ entity: withoutAnnotations })],
    });
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

/** The client as the old plugin makes it; its test app has no backend URL. */
function legacyClient() {
  const [{ api, factory }] = volumeEncryptionPlugin.getApis();
  expect(api).toBe(volumeEncryptionApiRef);
  return factory({
    discoveryApi: mockApis.discovery(),
    fetchApi: mockApis.fetch(),
  }) as VolumeEncryptionApi;
}
