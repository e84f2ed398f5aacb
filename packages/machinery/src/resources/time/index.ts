export * from './adjtime-status.ts';
export * from './time-status.ts';
