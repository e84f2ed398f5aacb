export * from './machine-config.ts';
export * from './machine-type.ts';
