import { defaults } from '@ichor/machinery/versions';

/** The product's own version: it stands behind the contract's in tags and alone in what says Ichor. */
export const productVersion = '0.1.0';

/** What clients compare with theirs: the contract's tag, with the product's version as build metadata. */
export const versionTag = `${defaults.talosVersion}+ichor.${productVersion}`;

/** What members of a cluster are told that this machine runs. */
export const operatingSystem = `Ichor (v${productVersion})`;

/** The released version of etcd that we build; its image is named after what is in it. */
export const etcdImage = `${defaults.etcdImage}:v3.6.16`;
