export * from './machine-status.ts';
export * from './service.ts';
export * from './version.ts';
