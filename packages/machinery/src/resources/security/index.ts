export * from './image-verification-rule.ts';
export * from './tuf-trusted-root.ts';
