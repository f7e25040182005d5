/**
 * To be imported first: the package `debug` asks for this once, when the first
 * of those that log by it is loaded.
 */
process.env.DEBUG = '*';
