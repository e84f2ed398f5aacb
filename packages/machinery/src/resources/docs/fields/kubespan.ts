import type { FieldMeanings } from './meanings.ts';

/** KubeSpan and SideroLink. */
export const kubespanFields: FieldMeanings = {
	sharedSecret: 'what every tunnel of the cluster is keyed with besides',
	forceRouting: 'whether packets for a peer that is down are dropped instead of sent in the clear',
	advertiseKubernetesNetworks: 'whether the subnets of pods go through the tunnels',
	endpointFilters: 'subnets of endpoints that are tried',
	harvestExtraEndpoints: 'whether endpoints that peers have seen are told to the others',
	extraEndpoints: 'endpoints that are told besides',
	affiliateID: 'the machine that it belongs to',
	'KubeSpanIdentities.address': 'its address within KubeSpan',
	subnet: 'the subnet of all peers',
	'KubeSpanPeerSpecs.endpoints': 'where it may be reached',
	'KubeSpanPeerStatuses.state': 'unknown, up or down',
	receiveBytes: 'bytes that came from it',
	transmitBytes: 'bytes that went to it',
	lastHandshakeTime: 'when it was heard of last',
	lastUsedEndpoint: 'the endpoint that was tried last',
	lastEndpointChange: 'when that was',
	apiEndpoint: 'where it is reached',
	joinToken: 'what lets the machine in',
	'SiderolinkConfigs.insecure': 'whether it is called without TLS',
	tunnel: 'whether WireGuard goes through gRPC',
	connected: 'whether the server is heard of',
	grpcTunnel: 'whether WireGuard goes through gRPC',
	linkName: 'the link',
	nodeAddress: 'the address of this machine in the tunnel',
};
