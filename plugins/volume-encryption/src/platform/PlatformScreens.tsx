import { Content, HeaderTabs, Link } from '@backstage/core-components';
import { Navigate, Route, Routes, useResolvedPath } from 'react-router-dom';
import { ConnectionsScreen } from '../connections';
import { HealthScreen } from '../health';
import { KeysScreen } from '../keys';
import { OverviewScreen } from '../overview';
import { ProofScreen } from '../proof';
import { SetupScreen } from '../setup';
import { StorageClassesScreen } from '../storageClasses';
import { TenantsScreens } from '../tenants';

/** A screen behind a tab: its place below the page, and its title. */
const screens = [
  { path: 'overview', title: 'Overview', Screen: OverviewScreen },
  { path: 'tenants', title: 'Tenants', Screen: TenantsScreens },
  { path: 'keys', title: 'Keys', Screen: KeysScreen },
  {
    path: 'classes',
    title: 'Storage classes',
    Screen: StorageClassesScreen,
  },
  { path: 'setup', title: 'Custody set-up', Screen: SetupScreen },
  { path: 'proof', title: 'Proof', Screen: ProofScreen },
  {
    path: 'connections',
    title: 'KMS connections',
    Screen: ConnectionsScreen,
  },
  { path: 'health', title: 'Clusters and Vaults', Screen: HealthScreen },
];

/** The tabs of the page, each with an address of its own. */
export function PlatformScreens() {
  const base = useResolvedPath('.').pathname.replace(/\/$/, '');
  const tabs = screens.map(({ path, title }) => ({
    id: path,
    label: title,
    tabProps: { component: Link, to: `${base}/${path}` },
  }));
  return (
    <Routes>
      {screens.map(({ path, Screen }, index) => (
        <Route
          key={path}
          path={`${path}/*`}
          element={
            <>
              <HeaderTabs tabs={tabs} selectedIndex={index} />
              <Content>
                <Screen path={`${base}/${path}`} />
              </Content>
            </>
          }
        />
      ))}
      <Route path="*" element={<Navigate to={`${base}/overview`} replace />} />
    </Routes>
  );
}
