/**
 * The client service of Volume Encryption, and the ports of its backend.
 *
 * @packageDocumentation
 */
export * from './client';
export * from './ports';
