export * from './tenantAddress';
export * from './TenantsScreens';
