/** The exit code of a node's PID 1 that wants to be started again (os/init.c). */
export const exitReboot = 64;

/** Sizes of a container node's volumes, in bytes: sparse, so this is a limit and not a cost. */
export const stateVolumeSize = 64 * 2 ** 20;
export const ephemeralVolumeSize = 8 * 2 ** 30;

/** Longest time between SIGTERM and SIGKILL for a node, in milliseconds: etcd leaves and static pods drain in it. */
export const shutdownGrace = 30_000;

/** The lengths that Linux allows for an interface's name (IFNAMSIZ is 16, with its NUL). */
export const interfaceNameLength = 15;

/** The registry mirror's port on the gateway's address: the one that registries have by convention (distribution's default). */
export const registryPort = 5000;

/** The discovery service's port on the gateway's address: upstream's own service listens there (siderolabs/discovery-service). */
export const discoveryPort = 3000;

/**
 * How machined's Node keeps its memory. V8 lets the young generation grow to 32 MB under load and keeps it: 188 MB of
 * proportional memory after a minute of calls instead of 92, at the same cost of a call (bench/node-calls, node-memory).
 * `--expose-gc` lets machined collect when it is quiet.
 */
export const machinedHeap = ['--max-semi-space-size=4', '--expose-gc'] as const;

/**
 * How machined's libc keeps it (mallopt(3)): the free end of the heap is given back from 128 KiB on, the first value, which
 * grows with what is freed otherwise; one arena, because there is one thread that allocates much.
 */
export const machinedMalloc = ['MALLOC_TRIM_THRESHOLD_=131072', 'MALLOC_ARENA_MAX=1'] as const;

/** In /run like the supervisors' sockets: a boot of the host takes it away together with what it records. */
export const hostParameterRecord = '/run/ichor-host-parameters.json';

/** Longest time, in milliseconds, to wait for another process that reads or puts back the host's parameters: it takes some 20. */
export const lockDeadline = 30_000;
