/** The commit that an installed program was built from; the build defines it, in a checkout it is empty. */
export const productCommit = typeof ICHOR_COMMIT === 'undefined' ? '' : ICHOR_COMMIT;

declare const ICHOR_COMMIT: string | undefined;
