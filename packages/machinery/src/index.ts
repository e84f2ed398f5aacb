/** Machine configuration and what it is made of. Commands import the area that they need: `@ichor/machinery/config`. */
export * from './config/index.ts';
export * from './generate/index.ts';
export * from './secrets/index.ts';
export * from './versions/index.ts';
