export { findChromium } from './chromium';
export { startPortal, type Portal } from './startPortal';
