import { Route, Routes } from 'react-router-dom';
import { ReceiptsPanel } from './ReceiptsPanel';
import { TenantScreen } from './TenantScreen';
import { TenantsPanel } from './TenantsPanel';

/**
 * The tenants, and one of them.
 * @param path - the address of the list; a tenant's has two segments more
 */
export function TenantsScreens({ path }: { path: string }) {
  return (
    <Routes>
      <Route
        path=":cluster/:namespace"
        element={<TenantScreen listPath={path} />}
      />
      <Route
        path="*"
        element={
          <>
            <TenantsPanel path={path} />
            <ReceiptsPanel />
          </>
        }
      />
    </Routes>
  );
}
