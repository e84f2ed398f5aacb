export { type DiscoveredAffiliate, DiscoveryClient, type DiscoveryIdentity, type LocalAffiliate } from './client.ts';
export { Directory, type DirectoryChange, type SealedAffiliate } from './directory.ts';
export { DiscoveryError } from './errors.ts';
export { openAffiliate, openEndpoint, sealAffiliate, sealEndpoint } from './seal.ts';
export { type DiscoveryListener, serveDiscovery } from './serve.ts';
export { discoveryService } from './service.ts';
