/** apid's port on every node (upstream: pkg/machinery/constants, ApidPort). */
export const apidPort = 50000;

/** Largest message either way, in bytes (upstream: GRPCMaxMessageSize). */
export const maxMessageSize = 32 * 2 ** 20;

/** A node-to-node connection without calls is dropped after this, in milliseconds (upstream: 15 minutes). */
export const backendIdle = 15 * 60_000;

/** A connection to another node is made within this many milliseconds, or not at all (upstream: MinConnectTimeout). */
export const connectTimeout = 20_000;

/** A connection to another node is asked for a sign of life this often at most, in milliseconds, while calls go on it. */
export const pulsePeriod = 1000;

/** Without an answer for this many milliseconds it takes no further calls: TCP sends a lost segment three times meanwhile. */
export const pulsePatience = 2000;

/** HTTP/2 windows, in bytes: with 4 MiB a second hop carries twice what the default of 64 KiB does. */
export const windowSize = 4 * 2 ** 20;

/** What all streams of a connection together may have unread, in bytes, about: eight streams have windows of {@link windowSize}. */
export const windowBudget = 8 * windowSize;

/** No stream has less, in bytes: the default of HTTP/2 (RFC 9113, 6.9.2). */
export const smallestWindow = 65_535;

/** Connections to other nodes that are made at a time for the calls of one client. */
export const mostDials = 256;

/** Calls that one connection may have open at once; a client with more waits (RFC 9113, 5.1.2). */
export const maxConcurrentStreams = 1000;

/** Bytes of a request that are kept until there is an answer, so that a call that was refused can be made again. */
export const mostKept = 64 * 1024;

/** Nodes that one call may name. */
export const maxTargets = 10_000;

/**
 * Fields that the headers of a call may have: Go's clients name every node in one of its own. More do not fit into the 64 KiB that headers
 * may take (Node's maxHeaderListSize), each with 32 bytes on top (RFC 9113, 6.5.2); Node's own limit of 128 is less than a cluster has nodes.
 */
export const maxHeaderFields = 2000;

export const impersonatorRole = 'os:impersonator';
export const readerRole = 'os:reader';
