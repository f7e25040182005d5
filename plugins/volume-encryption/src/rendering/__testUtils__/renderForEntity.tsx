import type { Entity } from '@backstage/catalog-model';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { signalApiRef } from '@backstage/plugin-signals-react';
import type { ReactNode } from 'react';
import { useLocation } from 'react-router-dom';
import { exampleEntity } from '../../__testUtils__/exampleEntity';
import type { FakeSignals } from '../../__testUtils__/FakeSignals';
import { volumeEncryptionApiRef } from '../../api';
import { templateRouteRef } from '../../routes';
import { testClient } from './testClient';

const ENTITY_PATH = '/catalog/:namespace/:kind/:name';

/** Renders a screen on an entity's page, with the real client over HTTP. */
export function renderForEntity(
  screen: ReactNode,
  options: { entity?: Entity; search?: string; signals?: FakeSignals } = {},
) {
  const { entity = exampleEntity, search = '', signals } = options;
  const page = `/catalog/default/component/${entity.metadata.name}/encryption`;
  return renderInTestApp(
    <EntityProvider entity={entity}>
      {screen}
      <Address />
    </EntityProvider>,
    {
      mountedRoutes: {
        [ENTITY_PATH]: entityRouteRef,
        '/create/templates/:namespace/:templateName': templateRouteRef,
      },
      initialRouteEntries: [`${page}${search}`],
      apis: [
        [volumeEncryptionApiRef, testClient()],
        [catalogApiRef, catalogApiMock({ entities: [entity] })],
        ...(signals ? [[signalApiRef, signals] as const] : []),
      ],
    },
  );
}

function Address() {
  const { pathname, search } = useLocation();
  return <output aria-label="address">{`${pathname}${search}`}</output>;
}
