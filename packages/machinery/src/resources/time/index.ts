export * from './time-status.ts';
