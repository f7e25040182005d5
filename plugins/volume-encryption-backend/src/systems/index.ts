export { kmsSetup } from './kmsSetup';
export { Systems } from './Systems';
