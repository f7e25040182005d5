import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { Route, Routes, useLocation } from 'react-router-dom';
import { volumeEncryptionApiRef } from '../../api';
import { PlatformContent } from '../../platform';
import { testClient } from './testClient';

/** Renders the platform's page at an address below it, over HTTP. */
export function renderPlatform(address: string) {
  return renderInTestApp(
    <>
      <Routes>
        <Route path="/volume-encryption/*" element={<PlatformContent />} />
      </Routes>
      <Address />
    </>,
    {
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      initialRouteEntries: [`/volume-encryption${address}`],
      apis: [[volumeEncryptionApiRef, testClient()]],
    },
  );
}

function Address() {
  const { pathname, search } = useLocation();
  return <output aria-label="address">{`${pathname}${search}`}</output>;
}
