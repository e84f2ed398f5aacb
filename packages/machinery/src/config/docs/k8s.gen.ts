// Generated from model/k8s/ by `npm run generate`. Edit the model, not this file.
import type { DomainDocs } from './docs.ts';

export const k8sDocs: DomainDocs = {
	'k8s.KubeAdmissionControlConfigV1Alpha1': {
		name: 'KubeAdmissionControlConfig',
		doc: 'Configures one admission plugin of the Kubernetes API server.\nOne document per plugin. Takes the place of the plugin\'s entry in `cluster.apiServer.admissionControl`; with both, the configuration is refused.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'KubeAdmissionControlConfig', name: 'PodSecurity', configuration: { apiVersion: 'pod-security.admission.config.k8s.io/v1alpha1', kind: 'PodSecurityConfiguration', defaults: { enforce: 'restricted', 'enforce-version': 'latest' }, exemptions: { namespaces: ['kube-system', 'monitoring'] } } } },
		],
		fields: {
			'name': {
				doc: 'Name of the plugin as Kubernetes spells it, such as `PodSecurity`.',
				type: 'string',
			},
			'configuration': {
				doc: 'The plugin\'s own configuration, with its `apiVersion` and `kind`.',
				type: 'any',
			},
		},
	},
	'k8s.KubeAggregatorCAConfigV1Alpha1': {
		name: 'KubeAggregatorCAConfig',
		doc: 'The certificate authority that extension API servers recognize the API server by.\nTakes the place of `cluster.aggregatorCA`; with both, the configuration is refused.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'KubeAggregatorCAConfig', issuingCA: { cert: '-----BEGIN CERTIFICATE-----\nMIIBiTCCAS6gAwIBAgIULMOUl18APA2uVcjS3XBWCxRHCA4wCgYIKoZIzj0EAwIw\nEjEQMA4GA1UECgwHZXhhbXBsZTAgFw0yNjExMjExMjU3MTFaGA8yMTI2MTAyODEy\nNTcxMVowEjEQMA4GA1UECgwHZXhhbXBsZTBZMBMGByqGSM49AgEGCCqGSM49AwEH\nA0IABNAQZJlOpq2kf4SCHO8Y9/zVhwlxWAnVhOXoST1Rvt7AjH2722mG21OMcP9G\nx++9eDhwlSe0iLDVto4D/pP4nLyjYDBeMB0GA1UdDgQWBBQv+ThkBNEbi+f75+55\n8WbXaX3KzzAfBgNVHSMEGDAWgBQv+ThkBNEbi+f75+558WbXaX3KzzAPBgNVHRMB\nAf8EBTADAQH/MAsGA1UdDwQEAwICBDAKBggqhkjOPQQDAgNJADBGAiEAtgifN6Ud\n3DTV2YrJWSMIkFw5kZB7dWPkgngApBdG8zcCIQD6ZzK59NlshXMlemCPpTkbDKtP\nkeSSVoU97LAkzNMmSw==\n-----END CERTIFICATE-----\n', key: '-----BEGIN EC PRIVATE KEY-----\nMHcCAQEEIGqvAQ4HOb5ozsyxZqwPpzS2ZZ9ZDYrDI5rbbywQxrQQoAoGCCqGSM49\nAwEHoUQDQgAE0BBkmU6mraR/hIIc7xj3/NWHCXFYCdWE5ehJPVG+3sCMfbvbaYbb\nU4xw/0bH7714OHCVJ7SIsNW2jgP+k/icvA==\n-----END EC PRIVATE KEY-----\n' }, acceptedCAs: ['-----BEGIN CERTIFICATE-----\nMIIBiTCCAS6gAwIBAgIULMOUl18APA2uVcjS3XBWCxRHCA4wCgYIKoZIzj0EAwIw\nEjEQMA4GA1UECgwHZXhhbXBsZTAgFw0yNjExMjExMjU3MTFaGA8yMTI2MTAyODEy\nNTcxMVowEjEQMA4GA1UECgwHZXhhbXBsZTBZMBMGByqGSM49AgEGCCqGSM49AwEH\nA0IABNAQZJlOpq2kf4SCHO8Y9/zVhwlxWAnVhOXoST1Rvt7AjH2722mG21OMcP9G\nx++9eDhwlSe0iLDVto4D/pP4nLyjYDBeMB0GA1UdDgQWBBQv+ThkBNEbi+f75+55\n8WbXaX3KzzAfBgNVHSMEGDAWgBQv+ThkBNEbi+f75+558WbXaX3KzzAPBgNVHRMB\nAf8EBTADAQH/MAsGA1UdDwQEAwICBDAKBggqhkjOPQQDAgNJADBGAiEAtgifN6Ud\n3DTV2YrJWSMIkFw5kZB7dWPkgngApBdG8zcCIQD6ZzK59NlshXMlemCPpTkbDKtP\nkeSSVoU97LAkzNMmSw==\n-----END CERTIFICATE-----\n'] } },
		],
		fields: {
			'issuingCA': {
				doc: 'Certificate and key that the API server\'s client certificate for extension servers is made with.',
				type: 'CertificateAndKey',
			},
			'acceptedCAs': {
				doc: 'Certificates, as PEM, that are accepted besides that of the issuing authority.\nKeeps old client certificates valid while the authority is being replaced.',
				type: 'string[]',
			},
		},
	},
	'k8s.KubeAPIServerCAConfigV1Alpha1': {
		name: 'KubeAPIServerCAConfig',
		doc: 'The certificate authority of the Kubernetes API.\nControl plane nodes need it with its key, workers only its certificate. Takes the place of `cluster.ca` and `cluster.acceptedCAs`; with both, the configuration is refused.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'KubeAPIServerCAConfig', issuingCA: { cert: '-----BEGIN CERTIFICATE-----\nMIIBiTCCAS6gAwIBAgIULMOUl18APA2uVcjS3XBWCxRHCA4wCgYIKoZIzj0EAwIw\nEjEQMA4GA1UECgwHZXhhbXBsZTAgFw0yNjExMjExMjU3MTFaGA8yMTI2MTAyODEy\nNTcxMVowEjEQMA4GA1UECgwHZXhhbXBsZTBZMBMGByqGSM49AgEGCCqGSM49AwEH\nA0IABNAQZJlOpq2kf4SCHO8Y9/zVhwlxWAnVhOXoST1Rvt7AjH2722mG21OMcP9G\nx++9eDhwlSe0iLDVto4D/pP4nLyjYDBeMB0GA1UdDgQWBBQv+ThkBNEbi+f75+55\n8WbXaX3KzzAfBgNVHSMEGDAWgBQv+ThkBNEbi+f75+558WbXaX3KzzAPBgNVHRMB\nAf8EBTADAQH/MAsGA1UdDwQEAwICBDAKBggqhkjOPQQDAgNJADBGAiEAtgifN6Ud\n3DTV2YrJWSMIkFw5kZB7dWPkgngApBdG8zcCIQD6ZzK59NlshXMlemCPpTkbDKtP\nkeSSVoU97LAkzNMmSw==\n-----END CERTIFICATE-----\n', key: '-----BEGIN EC PRIVATE KEY-----\nMHcCAQEEIGqvAQ4HOb5ozsyxZqwPpzS2ZZ9ZDYrDI5rbbywQxrQQoAoGCCqGSM49\nAwEHoUQDQgAE0BBkmU6mraR/hIIc7xj3/NWHCXFYCdWE5ehJPVG+3sCMfbvbaYbb\nU4xw/0bH7714OHCVJ7SIsNW2jgP+k/icvA==\n-----END EC PRIVATE KEY-----\n' }, acceptedCAs: ['-----BEGIN CERTIFICATE-----\nMIIBiTCCAS6gAwIBAgIULMOUl18APA2uVcjS3XBWCxRHCA4wCgYIKoZIzj0EAwIw\nEjEQMA4GA1UECgwHZXhhbXBsZTAgFw0yNjExMjExMjU3MTFaGA8yMTI2MTAyODEy\nNTcxMVowEjEQMA4GA1UECgwHZXhhbXBsZTBZMBMGByqGSM49AgEGCCqGSM49AwEH\nA0IABNAQZJlOpq2kf4SCHO8Y9/zVhwlxWAnVhOXoST1Rvt7AjH2722mG21OMcP9G\nx++9eDhwlSe0iLDVto4D/pP4nLyjYDBeMB0GA1UdDgQWBBQv+ThkBNEbi+f75+55\n8WbXaX3KzzAfBgNVHSMEGDAWgBQv+ThkBNEbi+f75+558WbXaX3KzzAPBgNVHRMB\nAf8EBTADAQH/MAsGA1UdDwQEAwICBDAKBggqhkjOPQQDAgNJADBGAiEAtgifN6Ud\n3DTV2YrJWSMIkFw5kZB7dWPkgngApBdG8zcCIQD6ZzK59NlshXMlemCPpTkbDKtP\nkeSSVoU97LAkzNMmSw==\n-----END CERTIFICATE-----\n'] } },
		],
		fields: {
			'issuingCA': {
				doc: 'Certificate and key that Kubernetes certificates are made with; on control plane nodes only.',
				type: 'CertificateAndKey',
			},
			'acceptedCAs': {
				doc: 'Certificates, as PEM, that are trusted besides that of the issuing authority.\nOn workers the only field. Holds the old and the new authority while one replaces the other.',
				type: 'string[]',
			},
		},
	},
	'k8s.KubeAPIServerConfigV1Alpha1': {
		name: 'KubeAPIServerConfig',
		doc: 'Runs the Kubernetes API server on this control plane node.\nTakes the place of `cluster.apiServer` and `cluster.controlPlane.localAPIServerPort`; with both, the configuration is refused. Authentication and authorization are documents of their own, KubeAuthenticationConfig and KubeAuthorizerConfig, and this one does not work without them.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'KubeAPIServerConfig', image: 'registry.k8s.io/kube-apiserver:v1.36.1', extraArgs: { 'default-watch-cache-size': '200', 'runtime-config': ['resource.k8s.io/v1beta1=true'] }, resources: { requests: { cpu: '500m', memory: '2Gi' } }, certExtraSANs: ['api.example.org'] } },
		],
		fields: {
			'image': {
				doc: 'Reference of the API server\'s image, with a tag.\nThe tag tells the Kubernetes version even where a digest pins the content.',
				type: 'string',
			},
			'extraArgs': {
				doc: 'Further command line arguments by name, without the dashes.\nArguments about authentication, authorization and OpenID are refused: they have documents of their own.',
				type: 'map<ArgValue>',
			},
			'env': {
				doc: 'Environment variables of the API server.',
				type: 'map<string>',
			},
			'resources': {
				doc: 'CPU and memory of the API server\'s pod.',
				type: 'KubeResources',
			},
			'apiPort': {
				doc: 'Port of the API server, on every address of the node.',
				type: 'int',
				default: '6443',
			},
			'certExtraSANs': {
				doc: 'Further names and addresses that the API server\'s certificate should be good for.\nAddresses and names of the node, Kubernetes\' own names and the cluster\'s endpoint are always in it.',
				type: 'string[]',
			},
			'startupProbes': {
				doc: 'Gives the API server time to start before its health is judged.',
				type: 'bool',
				default: 'true',
			},
		},
	},
	'k8s.KubeAuditPolicyConfigV1Alpha1': {
		name: 'KubeAuditPolicyConfig',
		doc: 'Decides which requests to the Kubernetes API are recorded.\nTakes the place of `cluster.apiServer.auditPolicy`; with both, the configuration is refused. Without either, the metadata of every request is recorded.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'KubeAuditPolicyConfig', configuration: { apiVersion: 'audit.k8s.io/v1', kind: 'Policy', omitStages: ['RequestReceived'], rules: [{ level: 'None', users: ['system:kube-proxy'], verbs: ['watch'] }, { level: 'Metadata' }] } } },
		],
		fields: {
			'configuration': {
				doc: 'The audit policy, with its `apiVersion` and `kind`.\nA patch replaces the whole value.',
				type: 'any',
			},
		},
	},
	'k8s.KubeAuthenticationConfigV1Alpha1': {
		name: 'KubeAuthenticationConfig',
		doc: 'Decides whom the Kubernetes API server believes.\nNeeded wherever KubeAPIServerConfig is used, since the server always starts with this file.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'KubeAuthenticationConfig', configuration: { anonymous: { enabled: true, conditions: [{ path: '/livez' }, { path: '/readyz' }] }, jwt: [{ issuer: { url: 'https://login.example.org', audiences: ['kubernetes'] }, claimMappings: { username: { claim: 'email', prefix: '' } } }] } } },
		],
		fields: {
			'configuration': {
				doc: 'The body of an `AuthenticationConfiguration`, without `apiVersion` and `kind`.\nCertificates and service accounts work without being mentioned. A patch replaces the whole value.',
				type: 'any',
			},
		},
	},
	'k8s.KubeAuthorizerConfigV1Alpha1': {
		name: 'KubeAuthorizerConfig',
		doc: 'One of the judges that the Kubernetes API server asks whether a request is allowed.\nThey are asked in the order of their documents until one decides. Every cluster needs one of type Node and one of type RBAC.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'KubeAuthorizerConfig', name: 'kubelets', type: 'Node' } },
			{ value: { apiVersion: 'v1alpha1', kind: 'KubeAuthorizerConfig', name: 'roles', type: 'RBAC' } },
			{ value: { apiVersion: 'v1alpha1', kind: 'KubeAuthorizerConfig', name: 'policy.example.org', type: 'Webhook', webhook: { timeout: '2s', subjectAccessReviewVersion: 'v1', matchConditionSubjectAccessReviewVersion: 'v1', failurePolicy: 'Deny', connectionInfo: { type: 'InClusterConfig' }, matchConditions: [{ expression: '\'tenants\' in request.groups' }] } } },
			{ value: { apiVersion: 'v1alpha1', kind: 'KubeAuthorizerConfig', name: 'audit-only.example.org', type: 'Webhook', webhook: { timeout: '1s', subjectAccessReviewVersion: 'v1', matchConditionSubjectAccessReviewVersion: 'v1', failurePolicy: 'NoOpinion', connectionInfo: { type: 'InClusterConfig' } } } },
		],
		fields: {
			'name': {
				doc: 'Names the authorizer: a DNS label or a domain name.',
				type: 'string',
			},
			'type': {
				doc: 'The kind of authorizer.',
				type: 'string',
				values: ['Node', 'RBAC', 'Webhook'],
			},
			'webhook': {
				doc: 'How to ask a webhook; needed for that type and useless for the others.\nAs in Kubernetes\' `AuthorizationConfiguration`.',
				type: 'any',
			},
		},
	},
	'k8s.KubeClusterConfigV1Alpha1': {
		name: 'KubeClusterConfig',
		doc: 'Name and address of the Kubernetes cluster.\nThe same on every node. Takes the place of `cluster.clusterName` and `cluster.controlPlane.endpoint`; with both, the configuration is refused.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'KubeClusterConfig', clusterName: 'frankfurt-1', endpoint: 'https://api.frankfurt-1.example.org:6443' } },
		],
		fields: {
			'clusterName': {
				doc: 'Names the cluster in kubeconfig files and contexts.\nIt has no other effect and can be changed.',
				type: 'string',
			},
			'endpoint': {
				doc: 'URL that everybody reaches the Kubernetes API at.\nA name or address that survives the loss of a node: a load balancer, a virtual IP, a DNS name with several addresses. It is written into certificates and kubeconfig files, so a name is better than an address.',
				type: 'URLText',
			},
		},
	},
	'k8s.KubeControllerManagerConfigV1Alpha1': {
		name: 'KubeControllerManagerConfig',
		doc: 'Runs the Kubernetes controller manager on this control plane node.\nTakes the place of `cluster.controllerManager` and `machine.controlPlane.controllerManager`; with both, the configuration is refused.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'KubeControllerManagerConfig', image: 'registry.k8s.io/kube-controller-manager:v1.36.1', extraArgs: { 'terminated-pod-gc-threshold': '500' }, resources: { requests: { cpu: '100m', memory: '256Mi' } } } },
		],
		fields: {
			'enabled': {
				doc: 'Runs the controller manager here.\nOne running instance in the cluster is enough to work; each further one stands by.',
				type: 'bool',
				default: 'true',
			},
			'image': {
				doc: 'Reference of the controller manager\'s image, with a tag.',
				type: 'string',
			},
			'extraArgs': {
				doc: 'Further command line arguments by name, without the dashes.',
				type: 'map<ArgValue>',
			},
			'env': {
				doc: 'Environment variables of the controller manager.',
				type: 'map<string>',
			},
			'resources': {
				doc: 'CPU and memory of the controller manager\'s pod.',
				type: 'KubeResources',
			},
		},
	},
	'k8s.KubeCoreDNSConfigV1Alpha1': {
		name: 'KubeCoreDNSConfig',
		doc: 'Deploys CoreDNS, which resolves the names of services, to the cluster.\nTakes the place of `cluster.coreDNS`; with both, the configuration is refused.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'KubeCoreDNSConfig', image: 'registry.example.org/mirror/coredns/coredns:v1.13.1' } },
		],
		fields: {
			'enabled': {
				doc: 'Deploys CoreDNS.\n`false` leaves DNS to something that you install; what was deployed before stays.',
				type: 'bool',
				default: 'true',
			},
			'image': {
				doc: 'Reference of the CoreDNS image; absent, the one that belongs to this version.',
				type: 'string',
			},
		},
	},
	'k8s.KubeCredentialProviderConfigV1Alpha1': {
		name: 'KubeCredentialProviderConfig',
		doc: 'Lets the kubelet ask a helper program for registry credentials.\nThe program comes with a system extension. Cannot stand beside `machine.kubelet`.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'KubeCredentialProviderConfig', configuration: { apiVersion: 'kubelet.config.k8s.io/v1', kind: 'CredentialProviderConfig', providers: [{ name: 'gcp-credential-provider', apiVersion: 'credentialprovider.kubelet.k8s.io/v1', defaultCacheDuration: '30m', matchImages: ['*.pkg.dev'] }] } } },
		],
		fields: {
			'configuration': {
				doc: 'A `CredentialProviderConfig` of the kubelet, with its `apiVersion` and `kind`.\nA patch replaces the whole value.',
				type: 'any',
			},
		},
	},
	'k8s.KubeEtcdEncryptionConfigV1Alpha1': {
		name: 'KubeEtcdEncryptionConfig',
		doc: 'Decides how the Kubernetes API server encrypts what it stores in etcd.\nTakes the place of `cluster.secretboxEncryptionSecret` and `cluster.aescbcEncryptionSecret`; with either, the configuration is refused. All control plane nodes need the same value.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'KubeEtcdEncryptionConfig', config: { resources: [{ resources: ['secrets', 'configmaps'], providers: [{ secretbox: { keys: [{ name: 'key2', secret: 'YW4gZXhhbXBsZSwgMzIgYnl0ZXMsIG5vdCBzZWNyZXQ=' }] } }, { identity: {} }] }] } } },
		],
		fields: {
			'config': {
				doc: 'The body of an `EncryptionConfiguration`, without `apiVersion` and `kind`.\nThe first provider encrypts, all of them decrypt. A key must keep its name as long as data encrypted with it exists: clusters that come from the root document have `key2` for secretbox and `key1` for AES-CBC.',
				type: 'any',
			},
		},
	},
	'k8s.KubeExternalManifestConfigV1Alpha1': {
		name: 'KubeExternalManifestConfig',
		doc: 'Applies Kubernetes manifests from a URL to the cluster.\nObjects that do not exist are created; existing ones are left alone until `upgrade-k8s` brings them up to date.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'KubeExternalManifestConfig', name: 'cloud-controller', url: 'https://manifests.example.org/cloud-controller-v1.31.yaml' } },
		],
		fields: {
			'name': {
				doc: 'Tells the manifests apart: a DNS name in lower case.',
				type: 'string',
			},
			'headers': {
				doc: 'HTTP headers to fetch the manifest with.\nThey are not treated as secrets: redaction leaves them.',
				type: 'map<string>',
			},
			'url': {
				doc: 'Where the manifest is fetched, `http` or `https`.\nIt is fetched when a control plane node starts and when the document changes, not when what is behind the URL changes: put a version into it.',
				type: 'URLText',
			},
		},
	},
	'k8s.KubeFlannelCNIConfigV1Alpha1': {
		name: 'KubeFlannelCNIConfig',
		doc: 'Deploys Flannel as the pod network.\nWithout the document there is no built-in pod network, and you bring your own. Cannot stand beside `cluster.network`.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'KubeFlannelCNIConfig', backendType: 'vxlan', backendPort: 4789, extraArgs: ['--iface-regex=^eno'], kubeNetworkPoliciesEnabled: true } },
		],
		fields: {
			'backendType': {
				doc: 'How packets travel between nodes: `vxlan`, `host-gw`, `wireguard` or another backend of Flannel.',
				type: 'string',
			},
			'backendPort': {
				doc: 'UDP port that encapsulated packets use; absent, the backend decides.\nGenerated configurations have 4789.',
				type: 'uint16',
			},
			'backendMTU': {
				doc: 'MTU of the network between the nodes, from which Flannel derives that of the pods.\nAbsent, Flannel looks at the interface; with KubeSpan, the MTU of KubeSpan is taken.',
				type: 'uint32',
			},
			'backendExtraConfig': {
				doc: 'Further settings of the backend, merged into the `Backend` part of Flannel\'s configuration.',
				type: 'any',
			},
			'resources': {
				doc: 'CPU and memory of Flannel\'s main container.',
				type: 'KubeResources',
			},
			'extraArgs': {
				doc: 'Further command line arguments of `flanneld`, with their dashes.',
				type: 'string[]',
				examples: [
					{ value: ['--iface-regex=^eno'] },
				],
			},
			'kubeNetworkPoliciesEnabled': {
				doc: 'Deploys a controller that enforces network policies, which Flannel alone does not.',
				type: 'bool',
				default: 'false',
			},
		},
	},
	'k8s.KubeInlineManifestConfigV1Alpha1': {
		name: 'KubeInlineManifestConfig',
		doc: 'Applies Kubernetes manifests that stand in the configuration to the cluster.\nObjects that do not exist are created; existing ones are left alone until `upgrade-k8s` brings them up to date. Removing the document does not remove what it created.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'KubeInlineManifestConfig', name: 'tenants', manifest: 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: tenant-a\n---\napiVersion: v1\nkind: Namespace\nmetadata:\n  name: tenant-b\n' } },
		],
		fields: {
			'name': {
				doc: 'Tells the manifests apart: a DNS name in lower case.',
				type: 'string',
			},
			'manifest': {
				doc: 'The manifests as YAML text, several of them separated by `---`.\nNot treated as a secret: redaction leaves it.',
				type: 'string',
			},
		},
	},
	'k8s.KubeNetworkConfigV1Alpha1': {
		name: 'KubeNetworkConfig',
		doc: 'The networks of pods and services.\nThe same on every node, and fixed once the cluster exists. Cannot stand beside `cluster.network`.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'KubeNetworkConfig', dnsDomain: 'cluster.local', podSubnets: ['10.32.0.0/14'], serviceSubnets: ['10.36.0.0/16'] } },
			{ value: { apiVersion: 'v1alpha1', kind: 'KubeNetworkConfig', dnsDomain: 'cluster.local', podSubnets: ['fd12:3456:789a:100::/56'], serviceSubnets: ['fd12:3456:789a:200::/112'] } },
			{ value: { apiVersion: 'v1alpha1', kind: 'KubeNetworkConfig', dnsDomain: 'cluster.local', podSubnets: ['10.32.0.0/14', 'fd12:3456:789a:100::/56'], serviceSubnets: ['10.36.0.0/16', 'fd12:3456:789a:200::/112'] } },
		],
		fields: {
			'dnsDomain': {
				doc: 'Domain that the names of services end in.',
				type: 'string',
				default: 'cluster.local',
			},
			'podSubnets': {
				doc: 'Networks that pods get their addresses from: one, or one per address family.\nThey must not overlap with the services or with anything that pods should reach. A patch replaces the whole list.',
				type: 'Prefix[]',
			},
			'serviceSubnets': {
				doc: 'Networks that services get their addresses from: one, or one per address family.\nAs many as pod subnets. A patch replaces the whole list.',
				type: 'Prefix[]',
			},
			'nodeCIDRMaskSizeIPv4': {
				doc: 'Prefix length of each node\'s share of the IPv4 pod subnet, 1 to 32.\n24 gives a node 254 pod addresses. It must not be more than 16 bits longer than the subnet\'s own.',
				type: 'int',
				default: '24',
			},
			'nodeCIDRMaskSizeIPv6': {
				doc: 'Prefix length of each node\'s share of the IPv6 pod subnet, 1 to 128.\nIt must not be more than 16 bits longer than the subnet\'s own.',
				type: 'int',
				default: '64',
			},
		},
	},
	'k8s.KubeNodeConfigV1Alpha1': {
		name: 'KubeNodeConfig',
		doc: 'How this machine appears as a node in Kubernetes.\nTakes the place of `machine.nodeLabels`, `machine.nodeAnnotations`, `machine.nodeTaints` and parts of `machine.kubelet`; with both, the configuration is refused. Unlike there, nothing is implied: the control plane\'s label and taint must be listed.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'KubeNodeConfig', nodeIP: { validSubnets: ['198.51.100.0/24', '!198.51.100.10/32', '2001:db8:7::/64'] }, labels: { 'topology.kubernetes.io/zone': 'rack-7' }, annotations: { 'example.org/asset': '004711' }, taints: { 'example.org/gpu': 'present:NoSchedule' } } },
		],
		fields: {
			'skipNodeRegistration': {
				doc: 'Runs the kubelet without telling Kubernetes; only static pods run.\nThe other fields then have no effect.',
				type: 'bool',
				default: 'false',
			},
			'registerWithFQDN': {
				doc: 'Registers the node by its full domain name instead of the host name alone.\nSome cloud controllers look nodes up by it. Changing it on a running node makes a second node object.',
				type: 'bool',
				default: 'false',
			},
			'nodeIP': {
				doc: 'Which of the machine\'s addresses is the node\'s address.',
				type: 'KubeNodeIP',
			},
			'labels': {
				doc: 'Labels of the node.\nOn workers the API server refuses labels below `kubernetes.io` that are not on its list, such as `node-role.kubernetes.io/…`, and then none of the labels is set.',
				type: 'map<string>',
			},
			'annotations': {
				doc: 'Annotations of the node.',
				type: 'map<string>',
			},
			'taints': {
				doc: 'Taints of the node: `value:Effect`, or `Effect` alone.\nWorkers may only bring taints along when they register, not change them later.',
				type: 'map<string>',
			},
		},
	},
	'k8s.NodeIPConfig': {
		name: 'KubeNodeIP',
		doc: 'Choice of a node\'s address.',
		fields: {
			'validSubnets': {
				doc: 'Networks that the address may be from, one of each family for dual stack.\n`!` in front excludes a network; put these last. Absent, an address of each family of the pod subnets is chosen.',
				type: 'string[]',
			},
		},
	},
	'k8s.KubePrismConfigV1Alpha1': {
		name: 'KubePrismConfig',
		doc: 'Gives the node a local address for the Kubernetes API that survives the loss of the load balancer.\nThe kubelet and host-network components connect to it. Takes the place of `machine.features.kubePrism`; with both, the configuration is refused. Without either, there is none.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'KubePrismConfig', port: 17445 } },
		],
		fields: {
			'port': {
				doc: 'Port on `127.0.0.1`, 1 to 65535.\nConnections go to the fastest of the healthy control plane nodes and the cluster\'s endpoint. Generated configurations have 7445.',
				type: 'int',
			},
			'tlsServerName': {
				doc: 'Name that the kubelet expects in the API server\'s certificate, and asks for with SNI.\nFor control planes behind a proxy that routes by name. Absent, the address that is connected to counts.',
				type: 'string',
			},
		},
	},
	'k8s.KubeProxyConfigV1Alpha1': {
		name: 'KubeProxyConfig',
		doc: 'Deploys kube-proxy, which forwards connections to services.\nTakes the place of `cluster.proxy`; with both, the configuration is refused.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'KubeProxyConfig', image: 'registry.k8s.io/kube-proxy:v1.36.1', mode: 'nftables', config: { metricsBindAddress: '0.0.0.0:10249' } } },
		],
		fields: {
			'enabled': {
				doc: 'Deploys kube-proxy when the cluster is created.\nSwitch it off for a network such as Cilium\'s that does this work itself; what was deployed before stays.',
				type: 'bool',
				default: 'true',
			},
			'image': {
				doc: 'Reference of the kube-proxy image, with a tag.',
				type: 'string',
			},
			'mode': {
				doc: 'How connections are forwarded.\nThe others are for old workloads only and are warned about.',
				type: 'string',
				default: 'nftables',
				values: ['nftables', 'iptables', 'ipvs'],
			},
			'config': {
				doc: 'Settings in the form of a `KubeProxyConfiguration`, without `apiVersion` and `kind`.',
				type: 'any',
			},
			'extraArgs': {
				doc: 'Further command line arguments by name, without the dashes.\nkube-proxy runs from a configuration file, with which most of its arguments do nothing: use `config`.',
				type: 'map<ArgValue>',
			},
			'resources': {
				doc: 'CPU and memory of the kube-proxy pods.',
				type: 'KubeResources',
			},
		},
	},
	'k8s.KubeSchedulerConfigV1Alpha1': {
		name: 'KubeSchedulerConfig',
		doc: 'Runs the Kubernetes scheduler on this control plane node.\nTakes the place of `cluster.scheduler` and `machine.controlPlane.scheduler`; with both, the configuration is refused.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'KubeSchedulerConfig', image: 'registry.k8s.io/kube-scheduler:v1.36.1', config: { profiles: [{ schedulerName: 'default-scheduler', pluginConfig: [{ name: 'NodeResourcesFit', args: { scoringStrategy: { type: 'MostAllocated' } } }] }] } } },
		],
		fields: {
			'enabled': {
				doc: 'Runs the scheduler here.\nOne running instance in the cluster is enough to work; each further one stands by.',
				type: 'bool',
				default: 'true',
			},
			'image': {
				doc: 'Reference of the scheduler\'s image, with a tag.',
				type: 'string',
			},
			'config': {
				doc: 'Settings in the form of a `KubeSchedulerConfiguration`, without `apiVersion` and `kind`.',
				type: 'any',
			},
			'extraArgs': {
				doc: 'Further command line arguments by name, without the dashes.\n`config` is the better place for what it can express.',
				type: 'map<ArgValue>',
			},
			'env': {
				doc: 'Environment variables of the scheduler.',
				type: 'map<string>',
			},
			'resources': {
				doc: 'CPU and memory of the scheduler\'s pod.',
				type: 'KubeResources',
			},
		},
	},
	'k8s.KubeServiceAccountConfigV1Alpha1': {
		name: 'KubeServiceAccountConfig',
		doc: 'How tokens of Kubernetes service accounts are signed, and which are believed.\nTakes the place of `cluster.serviceAccount`; with both, the configuration is refused. All control plane nodes need the same value.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'KubeServiceAccountConfig', issuer: { privateKey: '-----BEGIN EC PRIVATE KEY-----\nMHcCAQEEIGqvAQ4HOb5ozsyxZqwPpzS2ZZ9ZDYrDI5rbbywQxrQQoAoGCCqGSM49\nAwEHoUQDQgAE0BBkmU6mraR/hIIc7xj3/NWHCXFYCdWE5ehJPVG+3sCMfbvbaYbb\nU4xw/0bH7714OHCVJ7SIsNW2jgP+k/icvA==\n-----END EC PRIVATE KEY-----\n', issuerURL: 'https://oidc.example.org/frankfurt-1' }, accepted: { issuers: ['https://api.frankfurt-1.example.org:6443'], audiences: ['https://oidc.example.org/frankfurt-1', 'https://api.frankfurt-1.example.org:6443'] } } },
		],
		fields: {
			'issuer': {
				doc: 'Key and name that new tokens are signed with.',
				type: 'ServiceAccountIssuer',
			},
			'accepted': {
				doc: 'What is believed besides.',
				type: 'ServiceAccountAccepted',
			},
		},
	},
	'k8s.IssuerServiceAccountConfig': {
		name: 'ServiceAccountIssuer',
		doc: 'Signing of service account tokens.',
		fields: {
			'privateKey': {
				doc: 'RSA or ECDSA key as PEM that tokens are signed with.\nTokens are checked with it too. Keep the old public key in `accepted.publicKeys` while replacing it.',
				type: 'string',
			},
			'issuerURL': {
				doc: 'URL that stands in tokens as their issuer.\nOthers who check tokens fetch the keys below this URL. Generated configurations have the cluster\'s endpoint.',
				type: 'URLText',
			},
		},
	},
	'k8s.AcceptedServiceAccountConfig': {
		name: 'ServiceAccountAccepted',
		doc: 'Service account tokens that are believed besides new ones.',
		fields: {
			'publicKeys': {
				doc: 'Public keys as PEM whose signatures are believed.',
				type: 'string[]',
			},
			'issuers': {
				doc: 'Issuers whose tokens are believed.',
				type: 'URLText[]',
			},
			'audiences': {
				doc: 'Audiences that tokens must be meant for; absent, the issuer\'s URL.',
				type: 'string[]',
			},
		},
	},
	'k8s.KubeStaticPodConfigV1Alpha1': {
		name: 'KubeStaticPodConfig',
		doc: 'Runs a pod on this node that does not come from the Kubernetes API.\nFor what must run before Kubernetes does. The pod appears in Kubernetes, but cannot be changed there.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'KubeStaticPodConfig', name: 'node-cache', pod: { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'node-cache', namespace: 'kube-system' }, spec: { hostNetwork: true, containers: [{ name: 'cache', image: 'registry.example.org/platform/node-cache:1.9.0' }] } } } },
		],
		fields: {
			'name': {
				doc: 'Tells the pods apart: a DNS name in lower case.',
				type: 'string',
			},
			'pod': {
				doc: 'The pod, with its `apiVersion` and `kind`.\nIt is handed to the kubelet as it is, which alone checks it. A patch replaces the whole value.',
				type: 'any',
			},
		},
	},
	'k8s.KubeTalosAPIAccessConfigV1Alpha1': {
		name: 'KubeTalosAPIAccessConfig',
		doc: 'Lets pods use the machine API through their service account.\nTakes the place of `machine.features.kubernetesTalosAPIAccess`; with both, the configuration is refused. Without either, no pod has access.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'KubeTalosAPIAccessConfig', allowedRoles: ['os:etcd:backup'], allowedKubernetesNamespaces: ['backup'] } },
		],
		fields: {
			'allowedRoles': {
				doc: 'Roles that pods may be given.\nAbsent, none. `os:admin` hands the cluster to whoever can create objects in an allowed namespace.',
				type: 'string[]',
				values: ['os:admin', 'os:operator', 'os:reader', 'os:etcd:backup'],
			},
			'allowedKubernetesNamespaces': {
				doc: 'Namespaces whose pods may have access.',
				type: 'string[]',
			},
		},
	},
	'k8s.KubeletConfigV1Alpha1': {
		name: 'KubeletConfig',
		doc: 'Runs the kubelet on this node.\nTakes the place of `machine.kubelet`; with both, the configuration is refused. How the node appears in Kubernetes is in KubeNodeConfig.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'KubeletConfig', image: 'ghcr.io/siderolabs/kubelet:v1.36.1', config: { maxPods: 220, imageGCHighThresholdPercent: 70, shutdownGracePeriod: '90s' } } },
		],
		fields: {
			'image': {
				doc: 'Reference of the kubelet\'s image, with a tag.',
				type: 'string',
			},
			'config': {
				doc: 'Settings in the form of a `KubeletConfiguration`, without `apiVersion` and `kind`.\nFields that the system must decide itself are refused: authentication, authorization, cgroups, the port, `resolvConf`, `staticPodPath` and the like.',
				type: 'any',
			},
			'extraArgs': {
				doc: 'Further command line arguments by name, without the dashes.\nMost are deprecated by Kubernetes: `config` is the better place.',
				type: 'map<ArgValue>',
			},
			'clusterDNS': {
				doc: 'Addresses of the DNS servers that pods are given.\nAbsent, the tenth address of the service subnets, which is where CoreDNS listens.',
				type: 'string[]',
			},
			'defaultRuntimeSeccompProfileEnabled': {
				doc: 'Filters the system calls of containers that do not say otherwise.',
				type: 'bool',
				default: 'false',
			},
		},
	},
	'k8s.ResourcesConfig': {
		name: 'KubeResources',
		doc: 'CPU and memory of a pod of the control plane.',
		fields: {
			'requests': {
				doc: 'What is set aside for the pod: `cpu` and `memory`, as in Kubernetes.',
				type: 'any',
				examples: [
					{ name: 'room for a cluster of some twenty nodes', value: { cpu: '500m', memory: '2Gi' } },
				],
			},
			'limits': {
				doc: 'What the pod may not exceed: `cpu` and `memory`, as in Kubernetes.\nA component that needs more memory is killed, so leave room.',
				type: 'any',
				examples: [
					{ name: 'stop a leak before it takes the node down', value: { memory: '6Gi' } },
				],
			},
		},
	},
};
