/** Expressions of CEL, as the configuration has them: whether they are right, and what they say. */
export { selectsLink } from './link-selector.ts';
export { CelError, type CelErrorCode } from './value.ts';
