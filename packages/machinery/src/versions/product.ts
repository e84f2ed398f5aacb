import { talosVersion } from './defaults.ts';

/** The version of Ichor itself, that of the repository's package.json. */
export const productVersion = '0.1.0';

/** What clients compare with theirs: the contract's tag, so that their gates hold, with the product's version as build metadata. */
export const versionTag = `${talosVersion}+ichor.${productVersion}`;
