import { choice } from '../spec/index.ts';

/** How far a volume is, in the order in which it gets there. */
export const volumePhase = choice({ waiting: 0, failed: 1, missing: 2, located: 3, provisioned: 4, prepared: 5, ready: 6, closed: 7 });

export const volumeType = choice({ partition: 0, disk: 1, tmpfs: 2, directory: 3, symlink: 4, overlay: 5, external: 6 });

/** The word for swap is upstream's. */
export const filesystemType = choice({ none: 0, xfs: 1, vfat: 2, ext4: 3, iso9660: 4, swapi: 5, virtiofs: 6, btrfs: 7 });

export const encryptionProvider = choice({ none: 0, luks2: 1 });

export const encryptionKeyType = choice({ static: 0, nodeID: 1, kms: 2, tpm: 3 });

/** What the value of a parameter of a file system is. */
export const parameterType = choice({ string: 0, boolean: 1, binary: 2 });
