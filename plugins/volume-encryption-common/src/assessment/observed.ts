export * from '../observation/observed';
