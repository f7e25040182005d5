import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { signalApiRef, type SignalApi } from '@backstage/plugin-signals-react';
import type { ReactNode } from 'react';
import { Route, Routes, useLocation } from 'react-router-dom';
import { volumeEncryptionApiRef } from '../../api';
import { CapabilitiesProvider, useCapabilities } from '../../capabilities';
import { templateRouteRef } from '../../routes';
import { testClient } from './testClient';

/** `route` is where a screen is; `rest` is what the address says behind that. */
interface Place {
  route: string;
  rest?: string;
  /** Without them the app has none. */
  signals?: SignalApi;
}

/** Renders a screen of the platform's page, over HTTP. */
export function renderPlatform(screen: ReactNode, place: Place) {
  return renderAt(<WithCapabilities>{screen}</WithCapabilities>, place);
}

/** The same without what the page knows of the user's rights. */
export function renderAt(
  screen: ReactNode,
  { route, rest = '', signals }: Place,
) {
  return renderInTestApp(
    <>
      <Routes>
        <Route path={`${route}/*`} element={<>{screen}</>} />
      </Routes>
      <Address />
    </>,
    {
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/create/templates/:namespace/:templateName': templateRouteRef,
      },
      initialRouteEntries: [`${route}${rest}`],
      apis: [
        [volumeEncryptionApiRef, testClient()],
        ...(signals ? [[signalApiRef, signals] as const] : []),
      ],
    },
  );
}

/** As the page does it; the screen comes too when they cannot be asked for. */
function WithCapabilities({ children }: { children: ReactNode }) {
  const { value, error } = useCapabilities();
  if (!value && !error) return null;
  return (
    <CapabilitiesProvider capabilities={value ?? { items: [] }}>
      {children}
    </CapabilitiesProvider>
  );
}

function Address() {
  const { pathname, search } = useLocation();
  return <output aria-label="address">{`${pathname}${search}`}</output>;
}
