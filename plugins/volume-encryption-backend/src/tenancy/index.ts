export { Access } from './Access';
export { annotatedPlace } from './consent';
export {
  consentingNamespaces,
  entityClaims,
  namespacesToOnboard,
} from './entityClaims';
