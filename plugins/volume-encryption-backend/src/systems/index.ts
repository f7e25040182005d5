export { Systems } from './Systems';
