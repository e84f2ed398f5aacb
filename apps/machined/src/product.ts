import { clusterImages, productVersion } from '@ichor/machinery/versions';

/** What members of a cluster are told that this machine runs. */
export const operatingSystem = `Ichor (v${productVersion})`;

/** etcd's image, unless the configuration names another. */
export const etcdImage = clusterImages().etcd;
