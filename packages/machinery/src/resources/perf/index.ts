export * from './cpu-stat.ts';
export * from './memory-stat.ts';
