import { clusterImages, defaults } from '@ichor/machinery/versions';

/** The product's own version: it stands behind the contract's in tags and alone in what says Ichor. */
export const productVersion = '0.1.0';

/** What clients compare with theirs: the contract's tag, with the product's version as build metadata. */
export const versionTag = `${defaults.talosVersion}+ichor.${productVersion}`;

/** What members of a cluster are told that this machine runs. */
export const operatingSystem = `Ichor (v${productVersion})`;

/** etcd's image, unless the configuration names another. */
export const etcdImage = clusterImages().etcd;
