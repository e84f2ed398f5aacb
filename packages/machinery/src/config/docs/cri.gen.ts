// Generated from model/cri/ by `npm run generate`. Edit the model, not this file.
import type { DomainDocs } from './docs.ts';

export const criDocs: DomainDocs = {
	'cri.CRIBaseRuntimeSpecConfigV1Alpha1': {
		name: 'CRIBaseRuntimeSpecConfig',
		doc: 'Changes the OCI runtime specification that every container of the CRI starts from.\nTakes the place of `machine.baseRuntimeSpecOverrides`; with both, the configuration is refused. A change restarts the CRI, not the machine.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'CRIBaseRuntimeSpecConfig', overrides: { process: { rlimits: [{ type: 'RLIMIT_NOFILE', hard: 524288, soft: 65536 }] } } } },
		],
		fields: {
			'overrides': {
				doc: 'The part of the specification that should differ, merged over the built-in one.\nKeys as in the OCI runtime specification. A patch replaces the whole value.',
				type: 'any',
			},
		},
	},
	'cri.CRICustomizationConfigV1Alpha1': {
		name: 'CRICustomizationConfig',
		doc: 'Adds a piece of configuration to the containerd that Kubernetes uses.\nPieces are merged in the order of their names. A change restarts the CRI.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'CRICustomizationConfig', name: 'discard-unpacked-layers', content: '[plugins."io.containerd.cri.v1.images"]\n  discard_unpacked_layers = true\n' } },
		],
		fields: {
			'name': {
				doc: 'Tells the pieces apart and decides their order.\nThe name `customization` is reserved for the file `/etc/cri/conf.d/20-customization.part` of older configurations.',
				type: 'string',
			},
			'content': {
				doc: 'The piece, in the TOML format of containerd\'s configuration.',
				type: 'string',
			},
		},
	},
	'cri.ImageCacheConfigV1Alpha1': {
		name: 'ImageCacheConfig',
		doc: 'Uses the container images that came with the installation medium.\nNeeds a boot medium that was made with an image cache. Takes the place of `machine.features.imageCache`; with both, the configuration is refused.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'ImageCacheConfig', local: { enabled: true } } },
		],
		fields: {
			'local': {
				doc: 'The cache on this machine\'s own disk.',
				type: 'LocalImageCache',
			},
		},
	},
	'cri.LocalImageCacheConfig': {
		name: 'LocalImageCache',
		doc: 'The image cache on a machine\'s own disk.',
		fields: {
			'enabled': {
				doc: 'Copies the cache to the IMAGECACHE volume and asks it before any registry.',
				type: 'bool',
				default: 'false',
			},
		},
	},
	'cri.RegistryAuthConfigV1Alpha1': {
		name: 'RegistryAuthConfig',
		doc: 'Credentials for a container registry.\nThey count for pulls by the system and by Kubernetes alike. Either user name and password, or one of the tokens.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'RegistryAuthConfig', name: 'registry.example.org', username: 'node-pull', password: 'correct-horse-battery-staple' } },
		],
		fields: {
			'name': {
				doc: 'Host of the registry, with a port when it has one: `registry.example.org:5000`.\nThe host that is really asked: for a mirror, the mirror\'s host, not that of the images.',
				type: 'string',
			},
			'username': {
				doc: 'Name to log in with.',
				type: 'string',
			},
			'password': {
				doc: 'Password to log in with.',
				type: 'string',
			},
			'auth': {
				doc: 'User name and password as one text: `name:password` in base64.\nExcludes the other fields.',
				type: 'string',
			},
			'identityToken': {
				doc: 'Token that is exchanged for an access token.\nExcludes the other fields.',
				type: 'string',
			},
		},
	},
	'cri.RegistryMirrorConfigV1Alpha1': {
		name: 'RegistryMirrorConfig',
		doc: 'Sends pulls from one registry to other places.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'RegistryMirrorConfig', name: 'docker.io', endpoints: [{ url: 'https://mirror.example.org' }, { url: 'https://registry.example.org/v2/dockerhub', overridePath: true }], skipFallback: true } },
		],
		fields: {
			'name': {
				doc: 'Registry whose pulls are redirected: the first part of an image\'s name.\n`docker.io` for short names; `*` for every registry that has no document of its own.',
				type: 'string',
			},
			'endpoints': {
				doc: 'Places to ask instead, in this order.',
				type: 'RegistryEndpoint[]',
			},
			'skipFallback': {
				doc: 'Fails a pull when no endpoint has the image, instead of asking the registry itself.\nNeeded where nodes must not reach the internet.',
				type: 'bool',
				default: 'false',
			},
		},
	},
	'cri.RegistryEndpoint': {
		name: 'RegistryEndpoint',
		doc: 'One place to ask for images.',
		fields: {
			'url': {
				doc: 'URL of the mirror, `http` or `https`.',
				type: 'URLText',
				examples: [
					{ value: 'https://mirror.example.org' },
				],
			},
			'overridePath': {
				doc: 'Takes the URL\'s path as it is, instead of adding `/v2` to it.\nFor registries such as Harbor that serve mirrors below a path.',
				type: 'bool',
				default: 'false',
			},
		},
	},
	'cri.RegistryTLSConfigV1Alpha1': {
		name: 'RegistryTLSConfig',
		doc: 'How to speak TLS with a container registry.\nCounts for pulls by the system and by Kubernetes alike.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'RegistryTLSConfig', name: 'registry.example.org', clientIdentity: { cert: '-----BEGIN CERTIFICATE-----\nMIIBiTCCAS6gAwIBAgIULMOUl18APA2uVcjS3XBWCxRHCA4wCgYIKoZIzj0EAwIw\nEjEQMA4GA1UECgwHZXhhbXBsZTAgFw0yNjExMjExMjU3MTFaGA8yMTI2MTAyODEy\nNTcxMVowEjEQMA4GA1UECgwHZXhhbXBsZTBZMBMGByqGSM49AgEGCCqGSM49AwEH\nA0IABNAQZJlOpq2kf4SCHO8Y9/zVhwlxWAnVhOXoST1Rvt7AjH2722mG21OMcP9G\nx++9eDhwlSe0iLDVto4D/pP4nLyjYDBeMB0GA1UdDgQWBBQv+ThkBNEbi+f75+55\n8WbXaX3KzzAfBgNVHSMEGDAWgBQv+ThkBNEbi+f75+558WbXaX3KzzAPBgNVHRMB\nAf8EBTADAQH/MAsGA1UdDwQEAwICBDAKBggqhkjOPQQDAgNJADBGAiEAtgifN6Ud\n3DTV2YrJWSMIkFw5kZB7dWPkgngApBdG8zcCIQD6ZzK59NlshXMlemCPpTkbDKtP\nkeSSVoU97LAkzNMmSw==\n-----END CERTIFICATE-----', key: '-----BEGIN EC PRIVATE KEY-----\nMHcCAQEEIGqvAQ4HOb5ozsyxZqwPpzS2ZZ9ZDYrDI5rbbywQxrQQoAoGCCqGSM49\nAwEHoUQDQgAE0BBkmU6mraR/hIIc7xj3/NWHCXFYCdWE5ehJPVG+3sCMfbvbaYbb\nU4xw/0bH7714OHCVJ7SIsNW2jgP+k/icvA==\n-----END EC PRIVATE KEY-----' }, ca: '-----BEGIN CERTIFICATE-----\nMIIBiTCCAS6gAwIBAgIULMOUl18APA2uVcjS3XBWCxRHCA4wCgYIKoZIzj0EAwIw\nEjEQMA4GA1UECgwHZXhhbXBsZTAgFw0yNjExMjExMjU3MTFaGA8yMTI2MTAyODEy\nNTcxMVowEjEQMA4GA1UECgwHZXhhbXBsZTBZMBMGByqGSM49AgEGCCqGSM49AwEH\nA0IABNAQZJlOpq2kf4SCHO8Y9/zVhwlxWAnVhOXoST1Rvt7AjH2722mG21OMcP9G\nx++9eDhwlSe0iLDVto4D/pP4nLyjYDBeMB0GA1UdDgQWBBQv+ThkBNEbi+f75+55\n8WbXaX3KzzAfBgNVHSMEGDAWgBQv+ThkBNEbi+f75+558WbXaX3KzzAPBgNVHRMB\nAf8EBTADAQH/MAsGA1UdDwQEAwICBDAKBggqhkjOPQQDAgNJADBGAiEAtgifN6Ud\n3DTV2YrJWSMIkFw5kZB7dWPkgngApBdG8zcCIQD6ZzK59NlshXMlemCPpTkbDKtP\nkeSSVoU97LAkzNMmSw==\n-----END CERTIFICATE-----' } },
		],
		fields: {
			'name': {
				doc: 'Host of the registry, with a port when it has one: `registry.example.org:5000`.\nThe host that is really asked: for a mirror, the mirror\'s host, not that of the images.',
				type: 'string',
			},
			'clientIdentity': {
				doc: 'Certificate and key that the node shows to the registry, as PEM.',
				type: 'CertificateAndKey',
				examples: [
					{ value: { cert: '-----BEGIN CERTIFICATE-----\nMIIBiTCCAS6gAwIBAgIULMOUl18APA2uVcjS3XBWCxRHCA4wCgYIKoZIzj0EAwIw\nEjEQMA4GA1UECgwHZXhhbXBsZTAgFw0yNjExMjExMjU3MTFaGA8yMTI2MTAyODEy\nNTcxMVowEjEQMA4GA1UECgwHZXhhbXBsZTBZMBMGByqGSM49AgEGCCqGSM49AwEH\nA0IABNAQZJlOpq2kf4SCHO8Y9/zVhwlxWAnVhOXoST1Rvt7AjH2722mG21OMcP9G\nx++9eDhwlSe0iLDVto4D/pP4nLyjYDBeMB0GA1UdDgQWBBQv+ThkBNEbi+f75+55\n8WbXaX3KzzAfBgNVHSMEGDAWgBQv+ThkBNEbi+f75+558WbXaX3KzzAPBgNVHRMB\nAf8EBTADAQH/MAsGA1UdDwQEAwICBDAKBggqhkjOPQQDAgNJADBGAiEAtgifN6Ud\n3DTV2YrJWSMIkFw5kZB7dWPkgngApBdG8zcCIQD6ZzK59NlshXMlemCPpTkbDKtP\nkeSSVoU97LAkzNMmSw==\n-----END CERTIFICATE-----', key: '-----BEGIN EC PRIVATE KEY-----\nMHcCAQEEIGqvAQ4HOb5ozsyxZqwPpzS2ZZ9ZDYrDI5rbbywQxrQQoAoGCCqGSM49\nAwEHoUQDQgAE0BBkmU6mraR/hIIc7xj3/NWHCXFYCdWE5ehJPVG+3sCMfbvbaYbb\nU4xw/0bH7714OHCVJ7SIsNW2jgP+k/icvA==\n-----END EC PRIVATE KEY-----' } },
				],
			},
			'ca': {
				doc: 'Certificates that the registry\'s certificate may be signed by, as PEM.\nAdded to the built-in ones, for this registry only.',
				type: 'string',
			},
			'insecureSkipVerify': {
				doc: 'Accepts any certificate from the registry.\nWhoever can answer in the registry\'s place can then run code on the node: use `ca` instead.',
				type: 'bool',
				default: 'false',
			},
		},
	},
};
