/** What the service keeps at most, so that a stranger cannot fill it (upstream: discovery-service, pkg/limits). */
export const maxAffiliatesPerCluster = 1024;
export const maxEndpointsPerAffiliate = 64;
export const maxAffiliateData = 2048;
export const maxEndpointSize = 32;
export const maxIdentifier = 256;

/** Longest life of an affiliate without an update, in seconds, and how often an affiliate updates itself (upstream: 30 minutes). */
export const maxLife = 30 * 60;
