export * from './config.ts';
export * from './member.ts';
export * from './pki-status.ts';
export * from './spec.ts';
