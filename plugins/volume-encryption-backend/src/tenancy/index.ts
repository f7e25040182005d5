export { Access } from './Access';
export { annotatedPlace, consentOf, ownersOf, type Consent } from './consent';
