export * from './TenantsScreens';
