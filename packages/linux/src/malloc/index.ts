export { releaseFreeMemory } from './release-free-memory.ts';
