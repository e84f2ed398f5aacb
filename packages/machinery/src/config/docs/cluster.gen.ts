// Generated from model/cluster/ by `npm run generate`. Edit the model, not this file.
import type { DomainDocs } from './docs.ts';

export const clusterDocs: DomainDocs = {
	'cluster.DiscoveryIdentityConfigV1Alpha1': {
		name: 'DiscoveryIdentityConfig',
		doc: 'The identity that the nodes of a cluster find each other by.\nEvery node of a cluster needs the same values. Takes the place of `cluster.id` and `cluster.secret`; with both, the configuration is refused.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'DiscoveryIdentityConfig', clusterID: 'TVHfN1QjO2nJcvLGgqJt-kz3Jn1uJp0eTq6mE0SxQmM=', clusterSecret: '7cAq1xZk3o1rYF0mVw5b8S2hTn9eJd4uLxPzGvBfHkQ=' } },
		],
		fields: {
			'clusterID': {
				doc: 'Tells this cluster apart from all others; 32 random bytes in base64.\nNot a secret: the discovery service sees it.',
				type: 'string',
			},
			'clusterSecret': {
				doc: 'The key that members encrypt their announcements with; 32 random bytes in base64.\nThe discovery service never sees it, and so cannot read what it passes on.',
				type: 'string',
			},
		},
	},
	'cluster.DiscoveryServiceConfigV1Alpha1': {
		name: 'DiscoveryServiceConfig',
		doc: 'A service through which the nodes of a cluster find each other.\nSeveral documents with different names may exist; nodes then use all of these services. Takes the place of `cluster.discovery`; with both, the configuration is refused. Needs an identity, from DiscoveryIdentityConfig or from the root document.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'DiscoveryServiceConfig', name: 'on-premises', endpoint: 'https://discovery.example.org/' } },
		],
		fields: {
			'name': {
				doc: 'Tells the services apart.',
				type: 'string',
			},
			'endpoint': {
				doc: 'URL of the service.\nThe scheme is `https`, `http` or `grpc`; the port defaults to that of the scheme. The public service is `https://discovery.talos.dev/`.',
				type: 'URLText',
				examples: [
					{ value: 'https://discovery.example.org/' },
				],
			},
		},
	},
};
