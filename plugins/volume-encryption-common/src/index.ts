/**
 * The pure core of Volume Encryption and its HTTP contract.
 *
 * @packageDocumentation
 */
export * from './assessment/observed';
export * from './assessment/volumeFacts';
export * from './contract';
export * from './kubernetes/names';
export * from './kubernetes/objects';
export * from './kubernetes/quantity';
export * from './plan/plan';
