export * from './etc-file-spec.ts';
export * from './etc-file-status.ts';
