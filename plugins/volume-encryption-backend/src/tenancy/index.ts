export { Access } from './Access';
export { annotatedPlace, consentingNamespaces, ownersOf } from './consent';
export { entityClaims } from './entityClaims';
export { namespacesToOnboard } from './namespacesToOnboard';
export { requireOwnClaim } from './requireOwnClaim';
export { Withheld } from './Withheld';
