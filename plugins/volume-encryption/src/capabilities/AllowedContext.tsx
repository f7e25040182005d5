import type { Capabilities } from 'backstage-plugin-volume-encryption-common';
import { createContext, useContext, type ReactNode } from 'react';
import { allows } from './useCapabilities';

const AllowedContext = createContext<Capabilities | undefined>(undefined);

/** Tells the screens below what the user may do. */
export function CapabilitiesProvider(props: {
  capabilities: Capabilities;
  children: ReactNode;
}) {
  return (
    <AllowedContext.Provider value={props.capabilities}>
      {props.children}
    </AllowedContext.Provider>
  );
}

/** Whether the user has a permission, as the page has asked already. */
export function useAllowed(permission: { name: string }): boolean {
  return allows(useContext(AllowedContext), permission);
}
