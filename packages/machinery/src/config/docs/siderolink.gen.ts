// Generated from model/siderolink/ by `npm run generate`. Edit the model, not this file.
import type { DomainDocs } from './docs.ts';

export const siderolinkDocs: DomainDocs = {
	'siderolink.ConfigV1Alpha1': {
		name: 'SideroLinkConfig',
		doc: 'Connects the machine to a management server over SideroLink.\nThe machine opens a WireGuard tunnel to the server, which can then reach the machine\'s API wherever it stands.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'SideroLinkConfig', apiUrl: 'https://manage.example.org/?jointoken=w7uVuW3zbVKIYQuzEcyetAHeYMeo5q2L9RvkAVfCfSCD' } },
		],
		fields: {
			'apiUrl': {
				doc: 'URL of the server: `https` or `grpc`, without a path.\nThe join token stands in the query as `jointoken`, so the URL is a secret.',
				type: 'URLText',
				examples: [
					{ value: 'https://manage.example.org/?jointoken=w7uVuW3zbVKIYQuzEcyetAHeYMeo5q2L9RvkAVfCfSCD' },
				],
			},
			'uniqueToken': {
				doc: 'Token that proves which machine is calling.\nAbsent, the machine makes one and keeps it in META; a token in META wins over this field.',
				type: 'string',
				since: 'v1.10',
			},
		},
	},
};
