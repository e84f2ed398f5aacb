// Generated from model/v1alpha1/ by `npm run generate`. Edit the model, not this file.
import type { DomainDocs } from './docs.ts';

export const v1alpha1Docs: DomainDocs = {
	'v1alpha1.ClusterConfig': {
		name: 'ClusterSection',
		doc: 'What concerns the Kubernetes cluster and is mostly the same on all its machines.',
		fields: {
			'id': {
				doc: 'Tells this cluster apart from all others; 32 random bytes in base64.',
				type: 'string',
				hidden: true,
				replacedBy: ['DiscoveryIdentityConfig.clusterID'],
			},
			'secret': {
				doc: 'The key that members encrypt their announcements with; 32 random bytes in base64.',
				type: 'string',
				hidden: true,
				replacedBy: ['DiscoveryIdentityConfig.clusterSecret'],
			},
			'controlPlane': {
				doc: 'Address of the Kubernetes API.',
				type: 'ClusterControlPlane',
				hidden: true,
				replacedBy: ['KubeClusterConfig', 'KubeAPIServerConfig'],
			},
			'clusterName': {
				doc: 'Names the cluster in kubeconfig files and contexts.',
				type: 'string',
				hidden: true,
				replacedBy: ['KubeClusterConfig.clusterName'],
			},
			'network': {
				doc: 'The networks of pods and services.',
				type: 'ClusterNetwork',
				hidden: true,
				replacedBy: ['KubeNetworkConfig', 'KubeFlannelCNIConfig'],
			},
			'token': {
				doc: 'Secret with which new nodes join Kubernetes.\nSix characters, a dot, sixteen characters, of small letters and digits. The kubelet gets its first certificate with it.',
				type: 'string',
				examples: [
					{ name: 'a token of the right shape; make your own with gen secrets', value: '0example.0123456789abcdef' },
				],
			},
			'aescbcEncryptionSecret': {
				doc: 'Key that Kubernetes secrets in etcd are encrypted with in AES-CBC; 32 bytes in base64.\nOnly for clusters from before 1.3: changing from one to the other needs both for a while.',
				type: 'string',
				hidden: true,
				replacedBy: ['KubeEtcdEncryptionConfig'],
			},
			'secretboxEncryptionSecret': {
				doc: 'Key that Kubernetes secrets in etcd are encrypted with in secretbox; 32 bytes in base64.\nNext to the AES-CBC key, this one encrypts and both decrypt.',
				type: 'string',
				hidden: true,
				replacedBy: ['KubeEtcdEncryptionConfig'],
			},
			'ca': {
				doc: 'Certificate authority of the Kubernetes API.\nControl plane machines need the key too; workers must not have it.',
				type: 'PEMCertificateAndKey',
				hidden: true,
				replacedBy: ['KubeAPIServerCAConfig.issuingCA'],
			},
			'acceptedCAs': {
				doc: 'Further certificate authorities that Kubernetes clients and servers accept.',
				type: 'PEMCertificate[]',
				hidden: true,
				replacedBy: ['KubeAPIServerCAConfig.acceptedCAs'],
			},
			'aggregatorCA': {
				doc: 'Certificate authority that extension API servers recognize the API server by.',
				type: 'PEMCertificateAndKey',
				hidden: true,
				replacedBy: ['KubeAggregatorCAConfig'],
			},
			'serviceAccount': {
				doc: 'Key that tokens of service accounts are signed with.',
				type: 'PEMKey',
				hidden: true,
				replacedBy: ['KubeServiceAccountConfig'],
			},
			'apiServer': {
				doc: 'Settings of the Kubernetes API server.',
				type: 'ClusterAPIServer',
				hidden: true,
				replacedBy: ['KubeAPIServerConfig'],
			},
			'controllerManager': {
				doc: 'Settings of the Kubernetes controller manager.',
				type: 'ClusterControllerManager',
				hidden: true,
				replacedBy: ['KubeControllerManagerConfig'],
			},
			'proxy': {
				doc: 'Settings of kube-proxy.',
				type: 'ClusterProxy',
				hidden: true,
				replacedBy: ['KubeProxyConfig'],
			},
			'scheduler': {
				doc: 'Settings of the Kubernetes scheduler.',
				type: 'ClusterScheduler',
				hidden: true,
				replacedBy: ['KubeSchedulerConfig'],
			},
			'discovery': {
				doc: 'How the machines of the cluster find each other.',
				type: 'ClusterDiscovery',
				hidden: true,
				replacedBy: ['DiscoveryServiceConfig'],
			},
			'etcd': {
				doc: 'Settings of etcd; on control plane machines only.',
				type: 'ClusterEtcd',
				examples: [
					{ value: { ca: { crt: 'LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUJpVENDQVM2Z0F3SUJBZ0lVTE1PVWwxOEFQQTJ1VmNqUzNYQldDeFJIQ0E0d0NnWUlLb1pJemowRUF3SXcKRWpFUU1BNEdBMVVFQ2d3SFpYaGhiWEJzWlRBZ0Z3MHlOakV4TWpFeE1qVTNNVEZhR0E4eU1USTJNVEF5T0RFeQpOVGN4TVZvd0VqRVFNQTRHQTFVRUNnd0haWGhoYlhCc1pUQlpNQk1HQnlxR1NNNDlBZ0VHQ0NxR1NNNDlBd0VICkEwSUFCTkFRWkpsT3BxMmtmNFNDSE84WTkvelZod2x4V0FuVmhPWG9TVDFSdnQ3QWpIMjcyMm1HMjFPTWNQOUcKeCsrOWVEaHdsU2UwaUxEVnRvNEQvcFA0bkx5allEQmVNQjBHQTFVZERnUVdCQlF2K1Roa0JORWJpK2Y3NSs1NQo4V2JYYVgzS3p6QWZCZ05WSFNNRUdEQVdnQlF2K1Roa0JORWJpK2Y3NSs1NThXYlhhWDNLenpBUEJnTlZIUk1CCkFmOEVCVEFEQVFIL01Bc0dBMVVkRHdRRUF3SUNCREFLQmdncWhrak9QUVFEQWdOSkFEQkdBaUVBdGdpZk42VWQKM0RUVjJZckpXU01Ja0Z3NWtaQjdkV1BrZ25nQXBCZEc4emNDSVFENlp6SzU5TmxzaFhNbGVtQ1BwVGtiREt0UAprZVNTVm9VOTdMQWt6Tk1tU3c9PQotLS0tLUVORCBDRVJUSUZJQ0FURS0tLS0tCg==', key: 'LS0tLS1CRUdJTiBFQyBQUklWQVRFIEtFWS0tLS0tCk1IY0NBUUVFSUdxdkFRNEhPYjVvenN5eFpxd1BwelMyWlo5WkRZckRJNXJiYnl3UXhyUVFvQW9HQ0NxR1NNNDkKQXdFSG9VUURRZ0FFMEJCa21VNm1yYVIvaElJYzd4ajMvTldIQ1hGWUNkV0U1ZWhKUFZHKzNzQ01mYnZiYVliYgpVNHh3LzBiSDc3MTRPSENWSjdTSXNOVzJqZ1Aray9pY3ZBPT0KLS0tLS1FTkQgRUMgUFJJVkFURSBLRVktLS0tLQo=' }, extraArgs: { 'heartbeat-interval': '250', 'election-timeout': '2500' }, advertisedSubnets: ['198.51.100.0/24'] } },
				],
			},
			'coreDNS': {
				doc: 'Settings of CoreDNS.',
				type: 'ClusterCoreDNS',
				hidden: true,
				replacedBy: ['KubeCoreDNSConfig'],
			},
			'externalCloudProvider': {
				doc: 'Prepares the nodes for a cloud controller manager.',
				type: 'ClusterExternalCloudProvider',
				examples: [
					{ value: { enabled: true, manifests: ['https://manifests.example.org/cloud-controller-v1.31.yaml'] } },
				],
			},
			'extraManifests': {
				doc: 'URLs of Kubernetes manifests to apply to the cluster.',
				type: 'string[]',
				hidden: true,
				replacedBy: ['KubeExternalManifestConfig'],
			},
			'extraManifestHeaders': {
				doc: 'HTTP headers to fetch these manifests with.\nThey are not treated as secrets: redaction leaves them.',
				type: 'map<string>',
				hidden: true,
				replacedBy: ['KubeExternalManifestConfig.headers'],
			},
			'inlineManifests': {
				doc: 'Kubernetes manifests to apply to the cluster.',
				type: 'ClusterInlineManifest[]',
				hidden: true,
				replacedBy: ['KubeInlineManifestConfig'],
			},
			'adminKubeconfig': {
				doc: 'How kubeconfig files for administrators are made.',
				type: 'ClusterAdminKubeconfig',
				examples: [
					{ value: { certLifetime: '24h0m0s' } },
				],
			},
			'allowSchedulingOnMasters': {
				doc: 'Lets workloads run on control plane machines; an older name of the next field.',
				type: 'bool',
				hidden: true,
				default: 'false',
				replacedBy: ['KubeNodeConfig.taints'],
			},
			'allowSchedulingOnControlPlanes': {
				doc: 'Lets workloads run on control plane machines.\nOtherwise they get a taint that keeps workloads away.',
				type: 'bool',
				hidden: true,
				default: 'false',
				replacedBy: ['KubeNodeConfig.taints'],
			},
		},
	},
	'v1alpha1.ControlPlaneConfig': {
		name: 'ClusterControlPlane',
		doc: 'Address of the Kubernetes API.',
		fields: {
			'endpoint': {
				doc: 'URL that everybody reaches the Kubernetes API at.\nA name or address that survives the loss of a machine: a load balancer, a virtual IP, a DNS name with several addresses.',
				type: 'URLText',
				replacedBy: ['KubeClusterConfig.endpoint'],
			},
			'localAPIServerPort': {
				doc: 'Port of the API server, on every address of the machine.',
				type: 'int',
				hidden: true,
				default: '6443',
				replacedBy: ['KubeAPIServerConfig.apiPort'],
			},
		},
	},
	'v1alpha1.EtcdConfig': {
		name: 'ClusterEtcd',
		doc: 'Settings of etcd; on control plane machines only.',
		examples: [
			{ value: { ca: { crt: 'LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUJpVENDQVM2Z0F3SUJBZ0lVTE1PVWwxOEFQQTJ1VmNqUzNYQldDeFJIQ0E0d0NnWUlLb1pJemowRUF3SXcKRWpFUU1BNEdBMVVFQ2d3SFpYaGhiWEJzWlRBZ0Z3MHlOakV4TWpFeE1qVTNNVEZhR0E4eU1USTJNVEF5T0RFeQpOVGN4TVZvd0VqRVFNQTRHQTFVRUNnd0haWGhoYlhCc1pUQlpNQk1HQnlxR1NNNDlBZ0VHQ0NxR1NNNDlBd0VICkEwSUFCTkFRWkpsT3BxMmtmNFNDSE84WTkvelZod2x4V0FuVmhPWG9TVDFSdnQ3QWpIMjcyMm1HMjFPTWNQOUcKeCsrOWVEaHdsU2UwaUxEVnRvNEQvcFA0bkx5allEQmVNQjBHQTFVZERnUVdCQlF2K1Roa0JORWJpK2Y3NSs1NQo4V2JYYVgzS3p6QWZCZ05WSFNNRUdEQVdnQlF2K1Roa0JORWJpK2Y3NSs1NThXYlhhWDNLenpBUEJnTlZIUk1CCkFmOEVCVEFEQVFIL01Bc0dBMVVkRHdRRUF3SUNCREFLQmdncWhrak9QUVFEQWdOSkFEQkdBaUVBdGdpZk42VWQKM0RUVjJZckpXU01Ja0Z3NWtaQjdkV1BrZ25nQXBCZEc4emNDSVFENlp6SzU5TmxzaFhNbGVtQ1BwVGtiREt0UAprZVNTVm9VOTdMQWt6Tk1tU3c9PQotLS0tLUVORCBDRVJUSUZJQ0FURS0tLS0tCg==', key: 'LS0tLS1CRUdJTiBFQyBQUklWQVRFIEtFWS0tLS0tCk1IY0NBUUVFSUdxdkFRNEhPYjVvenN5eFpxd1BwelMyWlo5WkRZckRJNXJiYnl3UXhyUVFvQW9HQ0NxR1NNNDkKQXdFSG9VUURRZ0FFMEJCa21VNm1yYVIvaElJYzd4ajMvTldIQ1hGWUNkV0U1ZWhKUFZHKzNzQ01mYnZiYVliYgpVNHh3LzBiSDc3MTRPSENWSjdTSXNOVzJqZ1Aray9pY3ZBPT0KLS0tLS1FTkQgRUMgUFJJVkFURSBLRVktLS0tLQo=' }, extraArgs: { 'heartbeat-interval': '250', 'election-timeout': '2500' }, advertisedSubnets: ['198.51.100.0/24'] } },
		],
		fields: {
			'image': {
				doc: 'Reference of the etcd image; absent, the one that belongs to this version.',
				type: 'string',
				examples: [
					{ value: 'registry.example.org/mirror/etcd:v3.6.5' },
				],
			},
			'ca': {
				doc: 'Certificate authority that etcd members recognize each other by; with its key.',
				type: 'PEMCertificateAndKey',
				examples: [
					{ value: { crt: 'LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUJpVENDQVM2Z0F3SUJBZ0lVTE1PVWwxOEFQQTJ1VmNqUzNYQldDeFJIQ0E0d0NnWUlLb1pJemowRUF3SXcKRWpFUU1BNEdBMVVFQ2d3SFpYaGhiWEJzWlRBZ0Z3MHlOakV4TWpFeE1qVTNNVEZhR0E4eU1USTJNVEF5T0RFeQpOVGN4TVZvd0VqRVFNQTRHQTFVRUNnd0haWGhoYlhCc1pUQlpNQk1HQnlxR1NNNDlBZ0VHQ0NxR1NNNDlBd0VICkEwSUFCTkFRWkpsT3BxMmtmNFNDSE84WTkvelZod2x4V0FuVmhPWG9TVDFSdnQ3QWpIMjcyMm1HMjFPTWNQOUcKeCsrOWVEaHdsU2UwaUxEVnRvNEQvcFA0bkx5allEQmVNQjBHQTFVZERnUVdCQlF2K1Roa0JORWJpK2Y3NSs1NQo4V2JYYVgzS3p6QWZCZ05WSFNNRUdEQVdnQlF2K1Roa0JORWJpK2Y3NSs1NThXYlhhWDNLenpBUEJnTlZIUk1CCkFmOEVCVEFEQVFIL01Bc0dBMVVkRHdRRUF3SUNCREFLQmdncWhrak9QUVFEQWdOSkFEQkdBaUVBdGdpZk42VWQKM0RUVjJZckpXU01Ja0Z3NWtaQjdkV1BrZ25nQXBCZEc4emNDSVFENlp6SzU5TmxzaFhNbGVtQ1BwVGtiREt0UAprZVNTVm9VOTdMQWt6Tk1tU3c9PQotLS0tLUVORCBDRVJUSUZJQ0FURS0tLS0tCg==', key: 'LS0tLS1CRUdJTiBFQyBQUklWQVRFIEtFWS0tLS0tCk1IY0NBUUVFSUdxdkFRNEhPYjVvenN5eFpxd1BwelMyWlo5WkRZckRJNXJiYnl3UXhyUVFvQW9HQ0NxR1NNNDkKQXdFSG9VUURRZ0FFMEJCa21VNm1yYVIvaElJYzd4ajMvTldIQ1hGWUNkV0U1ZWhKUFZHKzNzQ01mYnZiYVliYgpVNHh3LzBiSDc3MTRPSENWSjdTSXNOVzJqZ1Aray9pY3ZBPT0KLS0tLS1FTkQgRUMgUFJJVkFURSBLRVktLS0tLQo=' } },
				],
			},
			'extraArgs': {
				doc: 'Further command line arguments by name, without the dashes.\nNames, addresses, paths and certificates are decided by the system and cannot be set here. On slow disks or long distances raise `heartbeat-interval` and `election-timeout`, on all members alike.',
				type: 'map<ArgValue>',
			},
			'subnet': {
				doc: 'Network that etcd\'s address is taken from, from before there were several.\nRefused together with `advertisedSubnets`.',
				type: 'string',
				hidden: true,
			},
			'advertisedSubnets': {
				doc: 'Networks that the address which other members connect to may be from.\n`!` in front excludes a network; put these last. Absent, the machine\'s first routable address. Set it on machines with several addresses, before the first boot: changing it later changes the member\'s address.',
				type: 'string[]',
				examples: [
					{ value: ['198.51.100.0/24'] },
				],
			},
			'listenSubnets': {
				doc: 'Networks whose addresses etcd listens on.\n`!` in front excludes a network; put these last. Absent, those of `advertisedSubnets`; without either, all addresses.',
				type: 'string[]',
			},
		},
	},
	'v1alpha1.CoreDNS': {
		name: 'ClusterCoreDNS',
		doc: 'Settings of CoreDNS.',
		fields: {
			'disabled': {
				doc: 'Does not deploy CoreDNS.',
				type: 'bool',
				hidden: true,
				default: 'false',
				replacedBy: ['KubeCoreDNSConfig.enabled'],
			},
			'image': {
				doc: 'Reference of the CoreDNS image; absent, the one that belongs to this version.',
				type: 'string',
				hidden: true,
				replacedBy: ['KubeCoreDNSConfig.image'],
			},
		},
	},
	'v1alpha1.ExternalCloudProviderConfig': {
		name: 'ClusterExternalCloudProvider',
		doc: 'Preparation of nodes for a cloud controller manager.',
		examples: [
			{ value: { enabled: true, manifests: ['https://manifests.example.org/cloud-controller-v1.31.yaml'] } },
		],
		fields: {
			'enabled': {
				doc: 'Starts the kubelet and the controller manager so that they wait for a cloud controller manager.\nNew nodes then stay tainted until it has seen them.',
				type: 'bool',
				default: 'false',
			},
			'manifests': {
				doc: 'URLs of the manifests that deploy the cloud controller manager.',
				type: 'string[]',
				examples: [
					{ value: ['https://manifests.example.org/cloud-controller-v1.31.yaml'] },
				],
			},
		},
	},
	'v1alpha1.ClusterInlineManifest': {
		name: 'ClusterInlineManifest',
		doc: 'A Kubernetes manifest to apply to the cluster.',
		fields: {
			'name': {
				doc: 'Tells the manifests apart.',
				type: 'string',
				hidden: true,
				replacedBy: ['KubeInlineManifestConfig.name'],
			},
			'contents': {
				doc: 'The manifests as YAML text, several of them separated by `---`.',
				type: 'string',
				hidden: true,
				replacedBy: ['KubeInlineManifestConfig.manifest'],
			},
		},
	},
	'v1alpha1.AdminKubeconfigConfig': {
		name: 'ClusterAdminKubeconfig',
		doc: 'How kubeconfig files for administrators are made.',
		examples: [
			{ value: { certLifetime: '24h0m0s' } },
		],
		fields: {
			'certLifetime': {
				doc: 'How long the certificate in the file is valid.\nThere is no way to revoke it before its time.',
				type: 'Duration',
				default: '8760h',
			},
		},
	},
	'v1alpha1.APIServerConfig': {
		name: 'ClusterAPIServer',
		doc: 'Settings of the Kubernetes API server.',
		fields: {
			'image': {
				doc: 'Reference of the API server\'s image, with a tag.',
				type: 'string',
				hidden: true,
				replacedBy: ['KubeAPIServerConfig.image'],
			},
			'extraArgs': {
				doc: 'Further command line arguments by name, without the dashes.',
				type: 'map<ArgValue>',
				hidden: true,
				replacedBy: ['KubeAPIServerConfig.extraArgs'],
			},
			'extraVolumes': {
				doc: 'Paths of the host that the API server\'s pod sees.\nNothing takes its place.',
				type: 'ComponentVolumeMount[]',
				hidden: true,
			},
			'env': {
				doc: 'Environment variables of the API server.',
				type: 'map<string>',
				hidden: true,
				replacedBy: ['KubeAPIServerConfig.env'],
			},
			'certSANs': {
				doc: 'Further names and addresses that the API server\'s certificate should be good for.',
				type: 'string[]',
				hidden: true,
				replacedBy: ['KubeAPIServerConfig.certExtraSANs'],
			},
			'disablePodSecurityPolicy': {
				doc: 'Was meant to switch PodSecurityPolicy off; Kubernetes has none any more.',
				type: 'bool',
				hidden: true,
			},
			'admissionControl': {
				doc: 'Configuration of admission plugins.\nPatches merge by `name`.',
				type: 'ClusterAdmissionPlugin[]',
				hidden: true,
				replacedBy: ['KubeAdmissionControlConfig'],
			},
			'auditPolicy': {
				doc: 'Which requests are recorded; absent, the metadata of every request.\nA patch replaces the whole value.',
				type: 'any',
				hidden: true,
				replacedBy: ['KubeAuditPolicyConfig'],
			},
			'resources': {
				doc: 'CPU and memory of the API server\'s pod.',
				type: 'ComponentResources',
				hidden: true,
				replacedBy: ['KubeAPIServerConfig.resources'],
			},
			'authorizationConfig': {
				doc: 'Further judges that are asked whether a request is allowed.\nThose of type Node and RBAC are always there.',
				type: 'ClusterAuthorizer[]',
				hidden: true,
				since: 'v1.9',
				replacedBy: ['KubeAuthorizerConfig'],
			},
		},
	},
	'v1alpha1.VolumeMountConfig': {
		name: 'ComponentVolumeMount',
		doc: 'A path of the host that a control plane pod sees.',
		fields: {
			'hostPath': {
				doc: 'Path on the host.',
				type: 'string',
				hidden: true,
			},
			'mountPath': {
				doc: 'Path inside the container.',
				type: 'string',
				hidden: true,
			},
			'readonly': {
				doc: 'Refuses writes.',
				type: 'bool',
				hidden: true,
				default: 'false',
			},
		},
	},
	'v1alpha1.AdmissionPluginConfig': {
		name: 'ClusterAdmissionPlugin',
		doc: 'Configuration of an admission plugin.',
		fields: {
			'name': {
				doc: 'Name of the plugin as Kubernetes spells it.',
				type: 'string',
				hidden: true,
				replacedBy: ['KubeAdmissionControlConfig.name'],
			},
			'configuration': {
				doc: 'The plugin\'s own configuration, with its `apiVersion` and `kind`.',
				type: 'any',
				hidden: true,
				replacedBy: ['KubeAdmissionControlConfig.configuration'],
			},
		},
	},
	'v1alpha1.ResourcesConfig': {
		name: 'ComponentResources',
		doc: 'CPU and memory of a control plane pod.',
		fields: {
			'requests': {
				doc: 'What is set aside for the pod: `cpu` and `memory`, as in Kubernetes.',
				type: 'any',
				hidden: true,
			},
			'limits': {
				doc: 'What the pod may not exceed: `cpu` and `memory`, as in Kubernetes.',
				type: 'any',
				hidden: true,
			},
		},
	},
	'v1alpha1.AuthorizationConfigAuthorizerConfig': {
		name: 'ClusterAuthorizer',
		doc: 'A judge that is asked whether a request is allowed.',
		fields: {
			'type': {
				doc: 'The kind of authorizer.',
				type: 'string',
				hidden: true,
				values: ['Node', 'RBAC', 'Webhook'],
				replacedBy: ['KubeAuthorizerConfig.type'],
			},
			'name': {
				doc: 'Names the authorizer: a DNS label or a domain name.',
				type: 'string',
				hidden: true,
				replacedBy: ['KubeAuthorizerConfig.name'],
			},
			'webhook': {
				doc: 'How to ask a webhook; needed for that type and useless for the others.',
				type: 'any',
				hidden: true,
				replacedBy: ['KubeAuthorizerConfig.webhook'],
			},
		},
	},
	'v1alpha1.ControllerManagerConfig': {
		name: 'ClusterControllerManager',
		doc: 'Settings of the Kubernetes controller manager.',
		fields: {
			'image': {
				doc: 'Reference of the controller manager\'s image, with a tag.',
				type: 'string',
				hidden: true,
				replacedBy: ['KubeControllerManagerConfig.image'],
			},
			'extraArgs': {
				doc: 'Further command line arguments by name, without the dashes.',
				type: 'map<ArgValue>',
				hidden: true,
				replacedBy: ['KubeControllerManagerConfig.extraArgs'],
			},
			'extraVolumes': {
				doc: 'Paths of the host that the controller manager\'s pod sees.\nNothing takes its place.',
				type: 'ComponentVolumeMount[]',
				hidden: true,
			},
			'env': {
				doc: 'Environment variables of the controller manager.',
				type: 'map<string>',
				hidden: true,
				replacedBy: ['KubeControllerManagerConfig.env'],
			},
			'resources': {
				doc: 'CPU and memory of the controller manager\'s pod.',
				type: 'ComponentResources',
				hidden: true,
				replacedBy: ['KubeControllerManagerConfig.resources'],
			},
		},
	},
	'v1alpha1.ProxyConfig': {
		name: 'ClusterProxy',
		doc: 'Settings of kube-proxy.',
		fields: {
			'disabled': {
				doc: 'Does not deploy kube-proxy.\nWhat was deployed before stays.',
				type: 'bool',
				hidden: true,
				default: 'false',
				replacedBy: ['KubeProxyConfig.enabled'],
			},
			'image': {
				doc: 'Reference of the kube-proxy image, with a tag.',
				type: 'string',
				hidden: true,
				replacedBy: ['KubeProxyConfig.image'],
			},
			'mode': {
				doc: 'How connections are forwarded.',
				type: 'string',
				hidden: true,
				default: 'nftables',
				values: ['nftables', 'iptables', 'ipvs'],
				replacedBy: ['KubeProxyConfig.mode'],
			},
			'extraArgs': {
				doc: 'Further command line arguments by name, without the dashes.',
				type: 'map<ArgValue>',
				hidden: true,
				replacedBy: ['KubeProxyConfig.extraArgs'],
			},
		},
	},
	'v1alpha1.SchedulerConfig': {
		name: 'ClusterScheduler',
		doc: 'Settings of the Kubernetes scheduler.',
		fields: {
			'image': {
				doc: 'Reference of the scheduler\'s image, with a tag.',
				type: 'string',
				hidden: true,
				replacedBy: ['KubeSchedulerConfig.image'],
			},
			'extraArgs': {
				doc: 'Further command line arguments by name, without the dashes.',
				type: 'map<ArgValue>',
				hidden: true,
				replacedBy: ['KubeSchedulerConfig.extraArgs'],
			},
			'extraVolumes': {
				doc: 'Paths of the host that the scheduler\'s pod sees.\nNothing takes its place.',
				type: 'ComponentVolumeMount[]',
				hidden: true,
			},
			'env': {
				doc: 'Environment variables of the scheduler.',
				type: 'map<string>',
				hidden: true,
				replacedBy: ['KubeSchedulerConfig.env'],
			},
			'resources': {
				doc: 'CPU and memory of the scheduler\'s pod.',
				type: 'ComponentResources',
				hidden: true,
				replacedBy: ['KubeSchedulerConfig.resources'],
			},
			'config': {
				doc: 'Settings in the form of a `KubeSchedulerConfiguration`, without `apiVersion` and `kind`.',
				type: 'any',
				hidden: true,
				replacedBy: ['KubeSchedulerConfig.config'],
			},
		},
	},
	'v1alpha1.ClusterDiscoveryConfig': {
		name: 'ClusterDiscovery',
		doc: 'How the machines of the cluster find each other.',
		fields: {
			'enabled': {
				doc: 'Lets the machines find each other.\nGenerated configurations switch it on; without this section, it is off.',
				type: 'bool',
				hidden: true,
				default: 'false',
				replacedBy: ['DiscoveryServiceConfig'],
			},
			'registries': {
				doc: 'Where they leave their announcements.',
				type: 'ClusterDiscoveryRegistries',
				hidden: true,
				replacedBy: ['DiscoveryServiceConfig'],
			},
		},
	},
	'v1alpha1.DiscoveryRegistriesConfig': {
		name: 'ClusterDiscoveryRegistries',
		doc: 'Where machines leave their announcements.',
		fields: {
			'kubernetes': {
				doc: 'Annotations on node objects; does not work since Kubernetes 1.32.',
				type: 'ClusterDiscoveryKubernetesRegistry',
				hidden: true,
			},
			'service': {
				doc: 'A discovery service outside of the cluster.',
				type: 'ClusterDiscoveryServiceRegistry',
				hidden: true,
				replacedBy: ['DiscoveryServiceConfig'],
			},
		},
	},
	'v1alpha1.RegistryKubernetesConfig': {
		name: 'ClusterDiscoveryKubernetesRegistry',
		doc: 'Announcements in Kubernetes.',
		fields: {
			'disabled': {
				doc: 'Leaves no announcements on node objects.\nGenerated configurations switch it on.',
				type: 'bool',
				hidden: true,
				default: 'false',
			},
		},
	},
	'v1alpha1.RegistryServiceConfig': {
		name: 'ClusterDiscoveryServiceRegistry',
		doc: 'Announcements with a discovery service.',
		fields: {
			'disabled': {
				doc: 'Does not use the service.',
				type: 'bool',
				hidden: true,
				default: 'false',
				replacedBy: ['DiscoveryServiceConfig'],
			},
			'endpoint': {
				doc: 'URL of the service.',
				type: 'string',
				hidden: true,
				default: 'https://discovery.talos.dev/',
				replacedBy: ['DiscoveryServiceConfig.endpoint'],
			},
		},
	},
	'v1alpha1.ClusterNetworkConfig': {
		name: 'ClusterNetwork',
		doc: 'The networks of pods and services.',
		fields: {
			'cni': {
				doc: 'The pod network.',
				type: 'ClusterCNI',
				hidden: true,
				replacedBy: ['KubeFlannelCNIConfig'],
			},
			'dnsDomain': {
				doc: 'Domain that the names of services end in.',
				type: 'string',
				hidden: true,
				default: 'cluster.local',
				replacedBy: ['KubeNetworkConfig.dnsDomain'],
			},
			'podSubnets': {
				doc: 'Networks that pods get their addresses from: one, or one per address family.\nA patch replaces the whole list.',
				type: 'string[]',
				hidden: true,
				default: '[10.244.0.0/16]',
				replacedBy: ['KubeNetworkConfig.podSubnets'],
			},
			'serviceSubnets': {
				doc: 'Networks that services get their addresses from: one, or one per address family.\nA patch replaces the whole list.',
				type: 'string[]',
				hidden: true,
				default: '[10.96.0.0/12]',
				replacedBy: ['KubeNetworkConfig.serviceSubnets'],
			},
		},
	},
	'v1alpha1.CNIConfig': {
		name: 'ClusterCNI',
		doc: 'The pod network.',
		fields: {
			'name': {
				doc: 'Who provides the pod network: `flannel`, manifests from `urls` (`custom`), or nobody (`none`).',
				type: 'string',
				hidden: true,
				default: 'flannel',
				values: ['flannel', 'custom', 'none'],
				replacedBy: ['KubeFlannelCNIConfig'],
			},
			'urls': {
				doc: 'URLs of the manifests of a custom pod network; only for `custom`.',
				type: 'string[]',
				hidden: true,
				replacedBy: ['KubeExternalManifestConfig'],
			},
			'flannel': {
				doc: 'Settings of Flannel; only for `flannel`.',
				type: 'ClusterFlannelCNI',
				hidden: true,
				replacedBy: ['KubeFlannelCNIConfig'],
			},
		},
	},
	'v1alpha1.FlannelCNIConfig': {
		name: 'ClusterFlannelCNI',
		doc: 'Settings of Flannel.',
		fields: {
			'extraArgs': {
				doc: 'Further command line arguments of `flanneld`, with their dashes.',
				type: 'string[]',
				hidden: true,
				replacedBy: ['KubeFlannelCNIConfig.extraArgs'],
			},
			'kubeNetworkPoliciesEnabled': {
				doc: 'Deploys a controller that enforces network policies, which Flannel alone does not.',
				type: 'bool',
				hidden: true,
				default: 'false',
				since: 'v1.13',
				replacedBy: ['KubeFlannelCNIConfig.kubeNetworkPoliciesEnabled'],
			},
		},
	},
	'v1alpha1.MachineConfig': {
		name: 'MachineSection',
		doc: 'What concerns this machine.',
		examples: [
			{ value: { type: 'worker' } },
		],
		fields: {
			'type': {
				doc: 'What the machine does in the cluster.\n`controlplane` runs etcd and the Kubernetes control plane, `worker` only workloads. `init` is read as control plane, `join` and an empty text as worker, the latter with a warning.',
				type: 'string',
				values: ['controlplane', 'worker'],
			},
			'token': {
				doc: 'Secret with which new machines ask for their certificate; the same on all machines of the cluster.\nSix characters, a dot, sixteen characters, of small letters and digits. Whoever has it can join a machine.',
				type: 'string',
				examples: [
					{ name: 'a token of the right shape; make your own with gen secrets', value: 'ex4mp1.0123456789abcdef' },
				],
			},
			'ca': {
				doc: 'Certificate authority of the machine API.\nControl plane machines need the key too; workers must not have it, only the certificate.',
				type: 'PEMCertificateAndKey',
				examples: [
					{ name: 'the shape of the value; the real one comes from gen secrets', value: { crt: 'LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUJpVENDQVM2Z0F3SUJBZ0lVTE1PVWwxOEFQQTJ1VmNqUzNYQldDeFJIQ0E0d0NnWUlLb1pJemowRUF3SXcKRWpFUU1BNEdBMVVFQ2d3SFpYaGhiWEJzWlRBZ0Z3MHlOakV4TWpFeE1qVTNNVEZhR0E4eU1USTJNVEF5T0RFeQpOVGN4TVZvd0VqRVFNQTRHQTFVRUNnd0haWGhoYlhCc1pUQlpNQk1HQnlxR1NNNDlBZ0VHQ0NxR1NNNDlBd0VICkEwSUFCTkFRWkpsT3BxMmtmNFNDSE84WTkvelZod2x4V0FuVmhPWG9TVDFSdnQ3QWpIMjcyMm1HMjFPTWNQOUcKeCsrOWVEaHdsU2UwaUxEVnRvNEQvcFA0bkx5allEQmVNQjBHQTFVZERnUVdCQlF2K1Roa0JORWJpK2Y3NSs1NQo4V2JYYVgzS3p6QWZCZ05WSFNNRUdEQVdnQlF2K1Roa0JORWJpK2Y3NSs1NThXYlhhWDNLenpBUEJnTlZIUk1CCkFmOEVCVEFEQVFIL01Bc0dBMVVkRHdRRUF3SUNCREFLQmdncWhrak9QUVFEQWdOSkFEQkdBaUVBdGdpZk42VWQKM0RUVjJZckpXU01Ja0Z3NWtaQjdkV1BrZ25nQXBCZEc4emNDSVFENlp6SzU5TmxzaFhNbGVtQ1BwVGtiREt0UAprZVNTVm9VOTdMQWt6Tk1tU3c9PQotLS0tLUVORCBDRVJUSUZJQ0FURS0tLS0tCg==', key: 'LS0tLS1CRUdJTiBFQyBQUklWQVRFIEtFWS0tLS0tCk1IY0NBUUVFSUdxdkFRNEhPYjVvenN5eFpxd1BwelMyWlo5WkRZckRJNXJiYnl3UXhyUVFvQW9HQ0NxR1NNNDkKQXdFSG9VUURRZ0FFMEJCa21VNm1yYVIvaElJYzd4ajMvTldIQ1hGWUNkV0U1ZWhKUFZHKzNzQ01mYnZiYVliYgpVNHh3LzBiSDc3MTRPSENWSjdTSXNOVzJqZ1Aray9pY3ZBPT0KLS0tLS1FTkQgRUMgUFJJVkFURSBLRVktLS0tLQo=' } },
				],
			},
			'acceptedCAs': {
				doc: 'Further certificate authorities whose certificates the machine API accepts.\nFor the time while one authority replaces another.',
				type: 'PEMCertificate[]',
			},
			'certSANs': {
				doc: 'Further names and addresses that the certificate of the machine API is good for.\nThe machine\'s own addresses, its host name and the cluster\'s endpoint are always in it. Add what clients connect to besides, such as a load balancer or a public address.',
				type: 'string[]',
				examples: [
					{ name: 'a load balancer, by name and by address', value: ['talos.example.org', '203.0.113.50'] },
				],
			},
			'controlPlane': {
				doc: 'Switches single control plane components of this machine off.',
				type: 'MachineControlPlane',
				hidden: true,
				replacedBy: ['KubeControllerManagerConfig', 'KubeSchedulerConfig'],
			},
			'kubelet': {
				doc: 'Settings of the kubelet and of how the node appears in Kubernetes.',
				type: 'MachineKubelet',
				hidden: true,
				replacedBy: ['KubeletConfig', 'KubeNodeConfig', 'KubeCredentialProviderConfig'],
			},
			'pods': {
				doc: 'Pods that run on this node without coming from the Kubernetes API.',
				type: 'any[]',
				hidden: true,
				replacedBy: ['KubeStaticPodConfig'],
			},
			'network': {
				doc: 'Host name, links, name servers and the like.',
				type: 'MachineNetwork',
				hidden: true,
				replacedBy: ['HostnameConfig', 'LinkConfig', 'ResolverConfig', 'StaticHostConfig', 'KubeSpanConfig'],
			},
			'disks': {
				doc: 'Disks to partition, format and mount for workloads.',
				type: 'MachineDisk[]',
				hidden: true,
				replacedBy: ['UserVolumeConfig'],
			},
			'install': {
				doc: 'Where and what to install when the machine boots from anything but its disk.',
				type: 'MachineInstall',
				hidden: true,
				replacedBy: ['UnattendedInstallConfig'],
			},
			'files': {
				doc: 'Files to write at boot.\nNew files can only be created below `/var`; others can be appended to or overwritten. Validation warns about the section as a whole.',
				type: 'MachineFile[]',
				hidden: true,
				replacedBy: ['EtcFileConfig', 'CRICustomizationConfig'],
			},
			'env': {
				doc: 'Environment variables for the system and its services.\nMostly proxy settings. They count from the next boot.',
				type: 'map<string>',
				hidden: true,
				replacedBy: ['EnvironmentConfig'],
			},
			'time': {
				doc: 'How the clock is set.',
				type: 'MachineTime',
				hidden: true,
				replacedBy: ['TimeSyncConfig'],
			},
			'sysctls': {
				doc: 'Kernel parameters under `/proc/sys`, by name.',
				type: 'map<string>',
				hidden: true,
				replacedBy: ['SysctlConfig'],
			},
			'sysfs': {
				doc: 'Kernel attributes under `/sys`, by path with dots for slashes.',
				type: 'map<string>',
				hidden: true,
				replacedBy: ['SysfsConfig'],
			},
			'registries': {
				doc: 'Mirrors of container registries, and how to authenticate to them.',
				type: 'MachineRegistries',
				hidden: true,
				replacedBy: ['RegistryMirrorConfig', 'RegistryAuthConfig', 'RegistryTLSConfig'],
			},
			'systemDiskEncryption': {
				doc: 'Encryption of the system\'s own volumes.',
				type: 'MachineSystemDiskEncryption',
				hidden: true,
				replacedBy: ['VolumeConfig.encryption'],
			},
			'features': {
				doc: 'Behaviours that can be switched on and off.',
				type: 'MachineFeatures',
				examples: [
					{ value: { diskQuotaSupport: true, nodeAddressSortAlgorithm: 'v2' } },
				],
			},
			'udev': {
				doc: 'Rules for udev.',
				type: 'MachineUdev',
				hidden: true,
				replacedBy: ['UdevRulesConfig'],
			},
			'logging': {
				doc: 'Where the logs of the system\'s services are sent.',
				type: 'MachineLogging',
				examples: [
					{ value: { destinations: [{ endpoint: 'tcp://192.0.2.31:5170', format: 'json_lines' }] } },
					{ value: { destinations: [{ endpoint: 'udp://127.0.0.1:5170', format: 'json_lines', extraTags: { site: 'frankfurt-1' } }] } },
				],
			},
			'kernel': {
				doc: 'Kernel modules to load.',
				type: 'MachineKernel',
				hidden: true,
				replacedBy: ['KernelModuleConfig'],
			},
			'seccompProfiles': {
				doc: 'Filters for system calls that pods can choose.\nA pod names one as `localhostProfile: profiles/NAME`.',
				type: 'MachineSeccompProfile[]',
				examples: [
					{ value: [{ name: 'no-mounts.json', value: { defaultAction: 'SCMP_ACT_ALLOW', syscalls: [{ names: ['mount', 'umount2'], action: 'SCMP_ACT_ERRNO' }] } }] },
				],
			},
			'baseRuntimeSpecOverrides': {
				doc: 'Changes to the OCI runtime specification that every container of the CRI starts from.\nThey count for containers that are created after the next boot.',
				type: 'any',
				hidden: true,
				since: 'v1.9',
				replacedBy: ['CRIBaseRuntimeSpecConfig'],
			},
			'nodeLabels': {
				doc: 'Labels of the Kubernetes node.\nOn workers the API server refuses labels below `kubernetes.io` that are not on its list, such as `node-role.kubernetes.io/…`, and then none of the labels is set.',
				type: 'map<string>',
				hidden: true,
				replacedBy: ['KubeNodeConfig.labels'],
			},
			'nodeAnnotations': {
				doc: 'Annotations of the Kubernetes node.',
				type: 'map<string>',
				hidden: true,
				since: 'v1.8',
				replacedBy: ['KubeNodeConfig.annotations'],
			},
			'nodeTaints': {
				doc: 'Taints of the Kubernetes node: `value:Effect`, or `Effect` alone.\nWorkers may only bring taints along when they register, not change them later.',
				type: 'map<string>',
				hidden: true,
				replacedBy: ['KubeNodeConfig.taints'],
			},
		},
	},
	'v1alpha1.MachineControlPlaneConfig': {
		name: 'MachineControlPlane',
		doc: 'Which control plane components do not run on this machine.',
		fields: {
			'controllerManager': {
				doc: 'The Kubernetes controller manager of this machine.',
				type: 'MachineControllerManager',
				hidden: true,
				replacedBy: ['KubeControllerManagerConfig.enabled'],
			},
			'scheduler': {
				doc: 'The Kubernetes scheduler of this machine.',
				type: 'MachineScheduler',
				hidden: true,
				replacedBy: ['KubeSchedulerConfig.enabled'],
			},
		},
	},
	'v1alpha1.MachineControllerManagerConfig': {
		name: 'MachineControllerManager',
		doc: 'The Kubernetes controller manager of this machine.',
		fields: {
			'disabled': {
				doc: 'Does not run the controller manager here.',
				type: 'bool',
				hidden: true,
				default: 'false',
				replacedBy: ['KubeControllerManagerConfig.enabled'],
			},
		},
	},
	'v1alpha1.MachineSchedulerConfig': {
		name: 'MachineScheduler',
		doc: 'The Kubernetes scheduler of this machine.',
		fields: {
			'disabled': {
				doc: 'Does not run the scheduler here.',
				type: 'bool',
				hidden: true,
				default: 'false',
				replacedBy: ['KubeSchedulerConfig.enabled'],
			},
		},
	},
	'v1alpha1.MachineFile': {
		name: 'MachineFile',
		doc: 'A file to write at boot.',
		fields: {
			'content': {
				doc: 'What the file holds, as plain text.',
				type: 'string',
				hidden: true,
			},
			'permissions': {
				doc: 'Permission bits, in octal: `0o644`.',
				type: 'FilePermissions',
				hidden: true,
			},
			'path': {
				doc: 'Absolute path of the file.',
				type: 'string',
				hidden: true,
			},
			'op': {
				doc: 'What to do: `create` a new file, `append` to one, or `overwrite` one that exists.',
				type: 'string',
				hidden: true,
				values: ['create', 'append', 'overwrite'],
			},
		},
	},
	'v1alpha1.TimeConfig': {
		name: 'MachineTime',
		doc: 'How the clock is set.',
		fields: {
			'disabled': {
				doc: 'Trusts the hardware clock and asks no time server.',
				type: 'bool',
				hidden: true,
				default: 'false',
				replacedBy: ['TimeSyncConfig.enabled'],
			},
			'servers': {
				doc: 'Time servers, by name or address.',
				type: 'string[]',
				hidden: true,
				default: 'time.cloudflare.com',
				replacedBy: ['TimeSyncConfig.ntp.servers'],
			},
			'bootTimeout': {
				doc: 'Time after which booting goes on with an unset clock; 0 waits for ever.',
				type: 'Duration',
				hidden: true,
				default: '0',
				replacedBy: ['TimeSyncConfig.bootTimeout'],
			},
		},
	},
	'v1alpha1.UdevConfig': {
		name: 'MachineUdev',
		doc: 'Rules for udev.',
		fields: {
			'rules': {
				doc: 'The rules, one per item, in udev\'s own syntax.',
				type: 'string[]',
				hidden: true,
				replacedBy: ['UdevRulesConfig.rules'],
			},
		},
	},
	'v1alpha1.LoggingConfig': {
		name: 'MachineLogging',
		doc: 'Where the logs of the system\'s services are sent.',
		examples: [
			{ value: { destinations: [{ endpoint: 'tcp://192.0.2.31:5170', format: 'json_lines' }] } },
			{ value: { destinations: [{ endpoint: 'udp://127.0.0.1:5170', format: 'json_lines', extraTags: { site: 'frankfurt-1' } }] } },
		],
		fields: {
			'destinations': {
				doc: 'Servers that get every message.\nKernel messages are not among them: KmsgLogConfig sends those.',
				type: 'MachineLoggingDestination[]',
			},
		},
	},
	'v1alpha1.LoggingDestination': {
		name: 'MachineLoggingDestination',
		doc: 'A server that gets the logs.',
		fields: {
			'endpoint': {
				doc: 'Address of the server: `tcp://` or `udp://` with host and port.',
				type: 'URLText',
			},
			'format': {
				doc: 'How messages are written: one JSON object per line.',
				type: 'string',
				values: ['json_lines'],
			},
			'extraTags': {
				doc: 'Fields that are added to every message, to tell machines apart.',
				type: 'map<string>',
			},
		},
	},
	'v1alpha1.KernelConfig': {
		name: 'MachineKernel',
		doc: 'Kernel modules to load.',
		fields: {
			'modules': {
				doc: 'The modules to load, with their settings.',
				type: 'MachineKernelModule[]',
				hidden: true,
				replacedBy: ['KernelModuleConfig'],
			},
		},
	},
	'v1alpha1.KernelModuleConfig': {
		name: 'MachineKernelModule',
		doc: 'A kernel module to load.',
		fields: {
			'name': {
				doc: 'Name of the module, as `modprobe` takes it.',
				type: 'string',
				hidden: true,
				replacedBy: ['KernelModuleConfig.name'],
			},
			'parameters': {
				doc: 'Settings of the module as `name=value`; a changed setting counts from the next boot.',
				type: 'string[]',
				hidden: true,
				replacedBy: ['KernelModuleConfig.parameters'],
			},
		},
	},
	'v1alpha1.MachineSeccompProfile': {
		name: 'MachineSeccompProfile',
		doc: 'A filter for system calls.',
		examples: [
			{ value: [{ name: 'no-mounts.json', value: { defaultAction: 'SCMP_ACT_ALLOW', syscalls: [{ names: ['mount', 'umount2'], action: 'SCMP_ACT_ERRNO' }] } }] },
		],
		fields: {
			'name': {
				doc: 'File name of the profile, by which pods refer to it.',
				type: 'string',
			},
			'value': {
				doc: 'The profile, as in the OCI runtime specification.',
				type: 'any',
			},
		},
	},
	'v1alpha1.MachineDisk': {
		name: 'MachineDisk',
		doc: 'A disk to partition for workloads.\nA disk that has partitions already is left as it is.',
		fields: {
			'device': {
				doc: 'Path of the disk; prefer one below `/dev/disk/by-id`.',
				type: 'string',
				hidden: true,
			},
			'partitions': {
				doc: 'Partitions to create, in this order.',
				type: 'MachineDiskPartition[]',
				hidden: true,
			},
		},
	},
	'v1alpha1.DiskPartition': {
		name: 'MachineDiskPartition',
		doc: 'A partition to create on a disk.',
		fields: {
			'size': {
				doc: 'Size of the partition; absent, the rest of the disk, which only the last one may take.',
				type: 'DiskSizeText',
				hidden: true,
			},
			'mountpoint': {
				doc: 'Where the partition is mounted, below `/var`.',
				type: 'string',
				hidden: true,
			},
		},
	},
	'v1alpha1.SystemDiskEncryptionConfig': {
		name: 'MachineSystemDiskEncryption',
		doc: 'Encryption of the system\'s own volumes.',
		fields: {
			'state': {
				doc: 'Encryption of the volume that holds the configuration.',
				type: 'MachineEncryption',
				hidden: true,
				replacedBy: ['VolumeConfig.encryption'],
			},
			'ephemeral': {
				doc: 'Encryption of the volume that holds everything else: images, pods, etcd.',
				type: 'MachineEncryption',
				hidden: true,
				replacedBy: ['VolumeConfig.encryption'],
			},
		},
	},
	'v1alpha1.EncryptionConfig': {
		name: 'MachineEncryption',
		doc: 'Encryption of a volume at rest.',
		fields: {
			'provider': {
				doc: 'The format of the encryption.',
				type: 'string',
				hidden: true,
				default: 'luks2',
				values: ['luks2'],
				replacedBy: ['VolumeConfig.encryption.provider'],
			},
			'keys': {
				doc: 'The keys that open the volume, each in a slot of its own.',
				type: 'MachineEncryptionKey[]',
				hidden: true,
				replacedBy: ['VolumeConfig.encryption.keys'],
			},
			'cipher': {
				doc: 'The cipher and its mode; only looked at when the volume is formatted.',
				type: 'string',
				hidden: true,
				values: ['aes-xts-plain64', 'xchacha12,aes-adiantum-plain64', 'xchacha20,aes-adiantum-plain64'],
				replacedBy: ['VolumeConfig.encryption.cipher'],
			},
			'keySize': {
				doc: 'Length of the volume key in bits; only looked at when the volume is formatted.',
				type: 'uint',
				hidden: true,
				replacedBy: ['VolumeConfig.encryption.keySize'],
			},
			'blockSize': {
				doc: 'Size of an encrypted sector in bytes; only looked at when the volume is formatted.',
				type: 'uint64',
				hidden: true,
				replacedBy: ['VolumeConfig.encryption.blockSize'],
			},
			'options': {
				doc: 'Performance flags that the device mapper opens the volume with.',
				type: 'string[]',
				hidden: true,
				replacedBy: ['VolumeConfig.encryption.options'],
			},
		},
	},
	'v1alpha1.EncryptionKey': {
		name: 'MachineEncryptionKey',
		doc: 'One key of an encrypted volume: a slot and exactly one kind of key.',
		fields: {
			'static': {
				doc: 'A passphrase that stands in the configuration.',
				type: 'MachineEncryptionKeyStatic',
				hidden: true,
				replacedBy: ['VolumeConfig.encryption.keys.static'],
			},
			'nodeID': {
				doc: 'A key computed from the machine\'s UUID and the partition\'s label.',
				type: 'MachineEncryptionKeyNodeID',
				hidden: true,
				replacedBy: ['VolumeConfig.encryption.keys.nodeID'],
			},
			'kms': {
				doc: 'A random key that a key management server seals and unseals at every boot.',
				type: 'MachineEncryptionKeyKMS',
				hidden: true,
				replacedBy: ['VolumeConfig.encryption.keys.kms'],
			},
			'slot': {
				doc: 'Number of the LUKS2 key slot; unique among the keys of a volume.',
				type: 'int',
				hidden: true,
				replacedBy: ['VolumeConfig.encryption.keys.slot'],
			},
			'tpm': {
				doc: 'A random key sealed to PCR 7 of the machine\'s TPM 2.0.',
				type: 'MachineEncryptionKeyTPM',
				hidden: true,
				replacedBy: ['VolumeConfig.encryption.keys.tpm'],
			},
		},
	},
	'v1alpha1.EncryptionKeyStatic': {
		name: 'MachineEncryptionKeyStatic',
		doc: 'A passphrase written in the configuration.',
		fields: {
			'passphrase': {
				doc: 'The passphrase as text.',
				type: 'string',
				hidden: true,
				replacedBy: ['VolumeConfig.encryption.keys.static.passphrase'],
			},
		},
	},
	'v1alpha1.EncryptionKeyNodeID': {
		name: 'MachineEncryptionKeyNodeID',
		doc: 'A key derived from the identity of the machine and the partition; it has no settings.',
		fields: {
		},
	},
	'v1alpha1.EncryptionKeyKMS': {
		name: 'MachineEncryptionKeyKMS',
		doc: 'A key that a key management server seals.',
		fields: {
			'endpoint': {
				doc: 'URL of the server that seals and unseals the key.',
				type: 'string',
				hidden: true,
				replacedBy: ['VolumeConfig.encryption.keys.kms.endpoint'],
			},
		},
	},
	'v1alpha1.EncryptionKeyTPM': {
		name: 'MachineEncryptionKeyTPM',
		doc: 'A key that the TPM seals.',
		fields: {
			'checkSecurebootStatusOnEnroll': {
				doc: 'Refuses to enrol the key while the firmware has Secure Boot switched off.',
				type: 'bool',
				hidden: true,
				default: 'false',
				replacedBy: ['VolumeConfig.encryption.keys.tpm.checkSecurebootStatusOnEnroll'],
			},
		},
	},
	'v1alpha1.FeaturesConfig': {
		name: 'MachineFeatures',
		doc: 'Behaviours that can be switched on and off.',
		examples: [
			{ value: { diskQuotaSupport: true, nodeAddressSortAlgorithm: 'v2' } },
		],
		fields: {
			'rbac': {
				doc: 'Was meant to switch roles of the machine API off; they are always on.',
				type: 'bool',
				hidden: true,
			},
			'stableHostname': {
				doc: 'Derives the host name from the machine\'s identity instead of its address, when nothing else gives one.',
				type: 'bool',
				hidden: true,
				default: 'false',
				replacedBy: ['HostnameConfig.auto'],
			},
			'kubernetesTalosAPIAccess': {
				doc: 'Lets pods use the machine API through their service account.',
				type: 'MachineKubernetesTalosAPIAccess',
				hidden: true,
				replacedBy: ['KubeTalosAPIAccessConfig'],
			},
			'apidCheckExtKeyUsage': {
				doc: 'Was meant to check what client certificates are for; that is always done.',
				type: 'bool',
				hidden: true,
			},
			'diskQuotaSupport': {
				doc: 'Mounts EPHEMERAL and user disks with XFS project quotas, which the kubelet measures ephemeral storage by.\nWithout them it walks through all files now and then.',
				type: 'bool',
				default: 'false',
			},
			'kubePrism': {
				doc: 'Gives the node a local address for the Kubernetes API that survives the loss of the load balancer.',
				type: 'MachineKubePrism',
				hidden: true,
				replacedBy: ['KubePrismConfig'],
			},
			'hostDNS': {
				doc: 'A resolver on the machine that remembers answers.',
				type: 'MachineHostDNS',
				hidden: true,
				replacedBy: ['ResolverConfig.hostDNS'],
			},
			'imageCache': {
				doc: 'Uses the container images that came with the installation medium.',
				type: 'MachineImageCache',
				hidden: true,
				since: 'v1.9',
				replacedBy: ['ImageCacheConfig'],
			},
			'nodeAddressSortAlgorithm': {
				doc: 'Order of the machine\'s addresses, whose first one is taken where one must be chosen.\n`v1` goes by the address alone; `v2` puts addresses with longer prefixes first.',
				type: 'string',
				default: 'v1',
				since: 'v1.9',
				values: ['v1', 'v2'],
			},
		},
	},
	'v1alpha1.KubernetesTalosAPIAccessConfig': {
		name: 'MachineKubernetesTalosAPIAccess',
		doc: 'Access of pods to the machine API.',
		fields: {
			'enabled': {
				doc: 'Lets pods have access.',
				type: 'bool',
				hidden: true,
				default: 'false',
				replacedBy: ['KubeTalosAPIAccessConfig'],
			},
			'allowedRoles': {
				doc: 'Roles that pods may be given; absent, none.',
				type: 'string[]',
				hidden: true,
				replacedBy: ['KubeTalosAPIAccessConfig.allowedRoles'],
			},
			'allowedKubernetesNamespaces': {
				doc: 'Namespaces whose pods may have access.',
				type: 'string[]',
				hidden: true,
				replacedBy: ['KubeTalosAPIAccessConfig.allowedKubernetesNamespaces'],
			},
		},
	},
	'v1alpha1.KubePrism': {
		name: 'MachineKubePrism',
		doc: 'A local address for the Kubernetes API.',
		fields: {
			'enabled': {
				doc: 'Listens on `127.0.0.1` and forwards to healthy control plane machines.',
				type: 'bool',
				hidden: true,
				default: 'false',
				replacedBy: ['KubePrismConfig'],
			},
			'port': {
				doc: 'Port to listen on.',
				type: 'int',
				hidden: true,
				default: '7445',
				replacedBy: ['KubePrismConfig.port'],
			},
		},
	},
	'v1alpha1.HostDNSConfig': {
		name: 'MachineHostDNS',
		doc: 'The machine\'s own resolver.',
		fields: {
			'enabled': {
				doc: 'Runs the resolver.',
				type: 'bool',
				hidden: true,
				default: 'false',
				replacedBy: ['ResolverConfig.hostDNS.enabled'],
			},
			'forwardKubeDNSToHost': {
				doc: 'Lets CoreDNS ask the machine\'s resolver instead of the servers themselves.',
				type: 'bool',
				hidden: true,
				default: 'false',
				replacedBy: ['ResolverConfig.hostDNS.forwardKubeDNSToHost'],
			},
			'resolveMemberNames': {
				doc: 'Answers for the names of the cluster\'s machines, as discovery knows them.',
				type: 'bool',
				hidden: true,
				default: 'false',
				replacedBy: ['ResolverConfig.hostDNS.resolveMemberNames'],
			},
		},
	},
	'v1alpha1.ImageCacheConfig': {
		name: 'MachineImageCache',
		doc: 'The image cache on a machine\'s own disk.',
		fields: {
			'localEnabled': {
				doc: 'Copies the cache to the IMAGECACHE volume and asks it before any registry.',
				type: 'bool',
				hidden: true,
				default: 'false',
				replacedBy: ['ImageCacheConfig.local.enabled'],
			},
		},
	},
	'v1alpha1.InstallConfig': {
		name: 'MachineInstall',
		doc: 'Where and what to install when the machine boots from anything but its disk.\nWithout effect on images that are installed already.',
		fields: {
			'disk': {
				doc: 'Path of the disk to install to.\nPaths such as `/dev/sda` may mean another disk after the next boot: prefer `diskSelector`.',
				type: 'string',
				hidden: true,
				replacedBy: ['UnattendedInstallConfig.provisioning.diskSelector'],
			},
			'diskSelector': {
				doc: 'Chooses the disk by what it is; beats `disk`.',
				type: 'InstallDiskSelector',
				hidden: true,
				replacedBy: ['UnattendedInstallConfig.provisioning.diskSelector'],
			},
			'extraKernelArgs': {
				doc: 'Further kernel arguments.\nIgnored where the boot image brings its arguments along, as with Secure Boot: bake them into the image instead. Excludes `grubUseUKICmdline`.',
				type: 'string[]',
				hidden: true,
			},
			'image': {
				doc: 'Reference of the installer image; its version becomes the machine\'s version.',
				type: 'string',
				hidden: true,
				replacedBy: ['UnattendedInstallConfig.installer.image'],
			},
			'extensions': {
				doc: 'System extensions to install, from before images were made with them.\nMake an installer image with the extensions instead; validation warns.',
				type: 'InstallExtension[]',
				hidden: true,
			},
			'bootloader': {
				doc: 'Was meant to leave the boot loader alone; has no effect any more.',
				type: 'bool',
				hidden: true,
			},
			'wipe': {
				doc: 'Erases the disk before the installation.\nAbsent, nothing is erased; generated configurations say `false`.',
				type: 'bool',
				hidden: true,
				default: 'false',
				replacedBy: ['UnattendedInstallConfig.provisioning.wipe'],
			},
			'legacyBIOSSupport': {
				doc: 'Marks the partition as bootable in the protective MBR, for old firmware that insists on it.',
				type: 'bool',
				hidden: true,
				default: 'false',
			},
			'grubUseUKICmdline': {
				doc: 'Takes the kernel arguments of the boot image when GRUB is the boot loader, as other boot loaders do.\nNew configurations switch it on. Excludes `extraKernelArgs`.',
				type: 'bool',
				hidden: true,
				default: 'false',
				since: 'v1.12',
			},
		},
	},
	'v1alpha1.InstallDiskSelector': {
		name: 'InstallDiskSelector',
		doc: 'What a disk must be; all given conditions must hold, `*` stands for any text.',
		fields: {
			'size': {
				doc: 'Size to compare the disk\'s with: `>= 1TB`, `< 512GB`, or a size that it must have exactly.',
				type: 'DiskSizeMatcher',
				hidden: true,
			},
			'name': {
				doc: 'Name of the device; not supported any more, validation refuses it.',
				type: 'string',
				hidden: true,
			},
			'model': {
				doc: 'Model, as `get disks` shows it.',
				type: 'string',
				hidden: true,
			},
			'serial': {
				doc: 'Serial number, as `get disks` shows it.',
				type: 'string',
				hidden: true,
			},
			'modalias': {
				doc: 'Identification of the hardware for drivers.',
				type: 'string',
				hidden: true,
			},
			'uuid': {
				doc: 'Identity that the device reports.',
				type: 'string',
				hidden: true,
			},
			'wwid': {
				doc: 'World-wide name; the surest way to name one disk.',
				type: 'string',
				hidden: true,
			},
			'type': {
				doc: 'Kind of disk: solid state, rotating, NVMe or SD card.',
				type: 'InstallDiskType',
				hidden: true,
				values: ['ssd', 'hdd', 'nvme', 'sd'],
			},
			'busPath': {
				doc: 'Place on the bus, such as `/pci0000:00/0000:00:17.0/ata1/*`.',
				type: 'string',
				hidden: true,
			},
		},
	},
	'v1alpha1.InstallExtensionConfig': {
		name: 'InstallExtension',
		doc: 'A system extension to install.',
		fields: {
			'image': {
				doc: 'Reference of the extension\'s image.',
				type: 'string',
				hidden: true,
			},
		},
	},
	'v1alpha1.KubeletConfig': {
		name: 'MachineKubelet',
		doc: 'Settings of the kubelet and of how the node appears in Kubernetes.',
		fields: {
			'image': {
				doc: 'Reference of the kubelet\'s image, with a tag.',
				type: 'string',
				hidden: true,
				replacedBy: ['KubeletConfig.image'],
			},
			'clusterDNS': {
				doc: 'Addresses of the DNS servers that pods are given.\nAbsent, the tenth address of the service subnets, which is where CoreDNS listens.',
				type: 'string[]',
				hidden: true,
				replacedBy: ['KubeletConfig.clusterDNS'],
			},
			'extraArgs': {
				doc: 'Further command line arguments by name, without the dashes.',
				type: 'map<ArgValue>',
				hidden: true,
				replacedBy: ['KubeletConfig.extraArgs'],
			},
			'extraMounts': {
				doc: 'Paths of the host that the kubelet\'s container sees.\nNeeded for storage drivers outside of `/var/mnt`; user volumes are there without it. Nothing takes its place.',
				type: 'KubeletExtraMount[]',
				hidden: true,
			},
			'extraConfig': {
				doc: 'Settings in the form of a `KubeletConfiguration`, without `apiVersion` and `kind`.\nFields that the system must decide itself are refused.',
				type: 'any',
				hidden: true,
				replacedBy: ['KubeletConfig.config'],
			},
			'credentialProviderConfig': {
				doc: 'A `CredentialProviderConfig` of the kubelet, with its `apiVersion` and `kind`.',
				type: 'any',
				hidden: true,
				replacedBy: ['KubeCredentialProviderConfig.configuration'],
			},
			'defaultRuntimeSeccompProfileEnabled': {
				doc: 'Filters the system calls of containers that do not say otherwise.',
				type: 'bool',
				hidden: true,
				default: 'false',
				replacedBy: ['KubeletConfig.defaultRuntimeSeccompProfileEnabled'],
			},
			'registerWithFQDN': {
				doc: 'Registers the node by its full domain name instead of the host name alone.',
				type: 'bool',
				hidden: true,
				default: 'false',
				replacedBy: ['KubeNodeConfig.registerWithFQDN'],
			},
			'nodeIP': {
				doc: 'Which of the machine\'s addresses is the node\'s address.',
				type: 'MachineKubeletNodeIP',
				hidden: true,
				replacedBy: ['KubeNodeConfig.nodeIP'],
			},
			'skipNodeRegistration': {
				doc: 'Runs the kubelet without telling Kubernetes; only static pods run.',
				type: 'bool',
				hidden: true,
				default: 'false',
				replacedBy: ['KubeNodeConfig.skipNodeRegistration'],
			},
			'disableManifestsDirectory': {
				doc: 'Does not look for static pods in `/etc/kubernetes/manifests`.\nNew configurations switch it on. Nothing takes its place: with KubeletConfig the folder is never read.',
				type: 'bool',
				hidden: true,
				default: 'false',
			},
		},
	},
	'v1alpha1.ExtraMount': {
		name: 'KubeletExtraMount',
		doc: 'A path of the host that the kubelet\'s container sees.',
		fields: {
			'destination': {
				doc: 'Absolute path inside the container.',
				type: 'string',
				hidden: true,
			},
			'type': {
				doc: 'Kind of mount, mostly `bind`.',
				type: 'string',
				hidden: true,
			},
			'source': {
				doc: 'Absolute path on the host.',
				type: 'string',
				hidden: true,
			},
			'options': {
				doc: 'Mount options; `bind` or `rbind` must be among them.',
				type: 'string[]',
				hidden: true,
			},
			'uidMappings': {
				doc: 'Numbers of users that are translated between container and host.',
				type: 'LinuxIDMapping[]',
				hidden: true,
			},
			'gidMappings': {
				doc: 'Numbers of groups that are translated between container and host.',
				type: 'LinuxIDMapping[]',
				hidden: true,
			},
		},
	},
	'v1alpha1.LinuxIDMapping': {
		name: 'LinuxIDMapping',
		doc: 'A range of user or group numbers that is translated.',
		fields: {
			'containerID': {
				doc: 'First number inside the container.',
				type: 'uint32',
				hidden: true,
			},
			'hostID': {
				doc: 'First number on the host.',
				type: 'uint32',
				hidden: true,
			},
			'size': {
				doc: 'How many numbers are in the range.',
				type: 'uint32',
				hidden: true,
			},
		},
	},
	'v1alpha1.KubeletNodeIPConfig': {
		name: 'MachineKubeletNodeIP',
		doc: 'Choice of a node\'s address.',
		fields: {
			'validSubnets': {
				doc: 'Networks that the address may be from, one of each family for dual stack.\n`!` in front excludes a network; put these last. Absent, an address of each family of the pod subnets is chosen.',
				type: 'string[]',
				hidden: true,
				replacedBy: ['KubeNodeConfig.nodeIP.validSubnets'],
			},
		},
	},
	'v1alpha1.NetworkConfig': {
		name: 'MachineNetwork',
		doc: 'Host name, links, name servers and the like.',
		fields: {
			'hostname': {
				doc: 'The machine\'s host name; it beats DHCP and the platform.\nGenerated configurations have a HostnameConfig with `auto: stable`, next to which this field is refused.',
				type: 'string',
				hidden: true,
				replacedBy: ['HostnameConfig.hostname'],
			},
			'interfaces': {
				doc: 'Links with their addresses and routes.\nPatches merge by `interface`, or else by an equal `deviceSelector`.',
				type: 'NetworkDevice[]',
				hidden: true,
				replacedBy: ['LinkConfig', 'BondConfig', 'BridgeConfig', 'VLANConfig', 'DummyLinkConfig', 'WireguardConfig', 'DHCPv4Config', 'DHCPv6Config'],
			},
			'nameservers': {
				doc: 'Servers to ask, instead of those of DHCP and the platform.',
				type: 'string[]',
				hidden: true,
				replacedBy: ['ResolverConfig.nameservers'],
			},
			'searchDomains': {
				doc: 'Domains in which short names are looked up.',
				type: 'string[]',
				hidden: true,
				since: 'v1.9',
				replacedBy: ['ResolverConfig.searchDomains'],
			},
			'extraHostEntries': {
				doc: 'Names and addresses for `/etc/hosts`.',
				type: 'ExtraHost[]',
				hidden: true,
				replacedBy: ['StaticHostConfig'],
			},
			'kubespan': {
				doc: 'Encrypted tunnels between all machines of the cluster.',
				type: 'MachineKubeSpan',
				hidden: true,
				replacedBy: ['KubeSpanConfig'],
			},
			'disableSearchDomain': {
				doc: 'Leaves out the domain of the machine\'s own name when looking up short names.',
				type: 'bool',
				hidden: true,
				default: 'false',
				replacedBy: ['ResolverConfig.searchDomains.disableDefault'],
			},
		},
	},
	'v1alpha1.ExtraHost': {
		name: 'ExtraHost',
		doc: 'Names for an address in `/etc/hosts`.',
		fields: {
			'ip': {
				doc: 'Address that the names stand for.',
				type: 'string',
				hidden: true,
				replacedBy: ['StaticHostConfig.name'],
			},
			'aliases': {
				doc: 'Names of the address.',
				type: 'string[]',
				hidden: true,
				replacedBy: ['StaticHostConfig.hostnames'],
			},
		},
	},
	'v1alpha1.NetworkKubeSpan': {
		name: 'MachineKubeSpan',
		doc: 'Encrypted tunnels between all machines of the cluster.',
		fields: {
			'enabled': {
				doc: 'Builds the tunnels; cluster discovery must be on.',
				type: 'bool',
				hidden: true,
				default: 'false',
				replacedBy: ['KubeSpanConfig.enabled'],
			},
			'advertiseKubernetesNetworks': {
				doc: 'Routes traffic between pods through the tunnels itself.',
				type: 'bool',
				hidden: true,
				default: 'false',
				replacedBy: ['KubeSpanConfig.advertiseKubernetesNetworks'],
			},
			'allowDownPeerBypass': {
				doc: 'Sends traffic for a machine outside the tunnels while the tunnel to it is down.',
				type: 'bool',
				hidden: true,
				default: 'false',
				replacedBy: ['KubeSpanConfig.allowDownPeerBypass'],
			},
			'harvestExtraEndpoints': {
				doc: 'Tells others about addresses at which machines have been seen.',
				type: 'bool',
				hidden: true,
				default: 'false',
				replacedBy: ['KubeSpanConfig.harvestExtraEndpoints'],
			},
			'mtu': {
				doc: 'Largest packet in bytes within the tunnels, at least 1280.',
				type: 'uint32',
				hidden: true,
				default: '1420',
				replacedBy: ['KubeSpanConfig.mtu'],
			},
			'filters': {
				doc: 'Which addresses and networks this machine makes known.',
				type: 'MachineKubeSpanFilters',
				hidden: true,
				replacedBy: ['KubeSpanConfig.filters'],
			},
		},
	},
	'v1alpha1.KubeSpanFilters': {
		name: 'MachineKubeSpanFilters',
		doc: 'Which addresses and networks a machine makes known to others.',
		fields: {
			'endpoints': {
				doc: 'Networks from which the tunnel\'s endpoint addresses may be; `!` in front excludes one.',
				type: 'string[]',
				hidden: true,
				replacedBy: ['KubeSpanConfig.filters.endpoints'],
			},
			'excludeAdvertisedNetworks': {
				doc: 'Networks that are not announced as reachable through the tunnel.',
				type: 'string[]',
				hidden: true,
				since: 'v1.12',
				replacedBy: ['KubeSpanConfig.filters.excludeAdvertisedNetworks'],
			},
		},
	},
	'v1alpha1.RegistriesConfig': {
		name: 'MachineRegistries',
		doc: 'Mirrors of container registries, and how to authenticate to them.',
		fields: {
			'mirrors': {
				doc: 'Places to ask instead, by registry; `*` stands for all others.',
				type: 'map<MachineRegistryMirror>',
				hidden: true,
				replacedBy: ['RegistryMirrorConfig'],
			},
			'config': {
				doc: 'TLS and credentials, by the host that is really asked.',
				type: 'map<MachineRegistry>',
				hidden: true,
				replacedBy: ['RegistryTLSConfig', 'RegistryAuthConfig'],
			},
		},
	},
	'v1alpha1.RegistryMirrorConfig': {
		name: 'MachineRegistryMirror',
		doc: 'Places to ask instead of a registry.',
		fields: {
			'endpoints': {
				doc: 'URLs of the mirrors, asked in this order.',
				type: 'string[]',
				hidden: true,
				replacedBy: ['RegistryMirrorConfig.endpoints'],
			},
			'overridePath': {
				doc: 'Takes the URLs\' paths as they are, instead of adding `/v2` to them.',
				type: 'bool',
				hidden: true,
				default: 'false',
				replacedBy: ['RegistryMirrorConfig.endpoints.overridePath'],
			},
			'skipFallback': {
				doc: 'Fails a pull when no mirror has the image, instead of asking the registry itself.',
				type: 'bool',
				hidden: true,
				default: 'false',
				since: 'v1.9',
				replacedBy: ['RegistryMirrorConfig.skipFallback'],
			},
		},
	},
	'v1alpha1.RegistryConfig': {
		name: 'MachineRegistry',
		doc: 'TLS and credentials of a registry.',
		fields: {
			'tls': {
				doc: 'How to speak TLS with it.',
				type: 'MachineRegistryTLS',
				hidden: true,
				replacedBy: ['RegistryTLSConfig'],
			},
			'auth': {
				doc: 'Credentials for it.',
				type: 'MachineRegistryAuth',
				hidden: true,
				replacedBy: ['RegistryAuthConfig'],
			},
		},
	},
	'v1alpha1.RegistryTLSConfig': {
		name: 'MachineRegistryTLS',
		doc: 'How to speak TLS with a registry.',
		fields: {
			'clientIdentity': {
				doc: 'Certificate and key that the machine shows to the registry, as PEM in base64.',
				type: 'PEMCertificateAndKey',
				hidden: true,
				replacedBy: ['RegistryTLSConfig.clientIdentity'],
			},
			'ca': {
				doc: 'Certificates that the registry\'s certificate may be signed by, as PEM in base64.',
				type: 'Base64',
				hidden: true,
				replacedBy: ['RegistryTLSConfig.ca'],
			},
			'insecureSkipVerify': {
				doc: 'Accepts any certificate from the registry.',
				type: 'bool',
				hidden: true,
				default: 'false',
				replacedBy: ['RegistryTLSConfig.insecureSkipVerify'],
			},
		},
	},
	'v1alpha1.RegistryAuthConfig': {
		name: 'MachineRegistryAuth',
		doc: 'Credentials for a registry.',
		fields: {
			'username': {
				doc: 'Name to log in with.',
				type: 'string',
				hidden: true,
				replacedBy: ['RegistryAuthConfig.username'],
			},
			'password': {
				doc: 'Password to log in with.',
				type: 'string',
				hidden: true,
				replacedBy: ['RegistryAuthConfig.password'],
			},
			'auth': {
				doc: 'User name and password as one text: `name:password` in base64.',
				type: 'string',
				hidden: true,
				replacedBy: ['RegistryAuthConfig.auth'],
			},
			'identityToken': {
				doc: 'Token that is exchanged for an access token.',
				type: 'string',
				hidden: true,
				replacedBy: ['RegistryAuthConfig.identityToken'],
			},
		},
	},
	'v1alpha1.Device': {
		name: 'NetworkDevice',
		doc: 'A link: a network card that is chosen, or a virtual link that is created.',
		fields: {
			'interface': {
				doc: 'Name of the link; excludes `deviceSelector`.',
				type: 'string',
				hidden: true,
			},
			'deviceSelector': {
				doc: 'Chooses a network card by what it is; excludes `interface`.',
				type: 'NetworkDeviceSelector',
				hidden: true,
				replacedBy: ['LinkAliasConfig'],
			},
			'addresses': {
				doc: 'Fixed addresses, each with its prefix length.',
				type: 'string[]',
				hidden: true,
				replacedBy: ['LinkConfig.addresses'],
			},
			'cidr': {
				doc: 'A fixed address with its prefix length, from before there were several.\nValidation warns about it; together with `addresses` it is refused.',
				type: 'string',
				hidden: true,
				replacedBy: ['LinkConfig.addresses'],
			},
			'routes': {
				doc: 'Fixed routes over the link.',
				type: 'NetworkDeviceRoute[]',
				hidden: true,
				replacedBy: ['LinkConfig.routes'],
			},
			'bond': {
				doc: 'Makes the link a bond of other links.',
				type: 'NetworkDeviceBond',
				hidden: true,
				replacedBy: ['BondConfig'],
			},
			'bridge': {
				doc: 'Makes the link a bridge of other links.',
				type: 'NetworkDeviceBridge',
				hidden: true,
				replacedBy: ['BridgeConfig'],
			},
			'bridgePort': {
				doc: 'Puts the link into a bridge.',
				type: 'NetworkDeviceBridgePort',
				hidden: true,
				since: 'v1.9',
				replacedBy: ['BridgeConfig.links'],
			},
			'vlans': {
				doc: 'VLANs on top of the link.\nPatches merge by `vlanId`.',
				type: 'NetworkDeviceVLAN[]',
				hidden: true,
				replacedBy: ['VLANConfig'],
			},
			'mtu': {
				doc: 'Largest packet in bytes; absent, the driver\'s value.',
				type: 'int',
				hidden: true,
				replacedBy: ['LinkConfig.mtu'],
			},
			'dhcp': {
				doc: 'Gets addresses with DHCP.',
				type: 'bool',
				hidden: true,
				default: 'false',
				replacedBy: ['DHCPv4Config', 'DHCPv6Config'],
			},
			'ignore': {
				doc: 'Leaves the link alone altogether.',
				type: 'bool',
				hidden: true,
				default: 'false',
			},
			'dummy': {
				doc: 'Makes the link one that leads nowhere, to hold addresses.',
				type: 'bool',
				hidden: true,
				default: 'false',
				replacedBy: ['DummyLinkConfig'],
			},
			'dhcpOptions': {
				doc: 'How DHCP is done.',
				type: 'NetworkDeviceDHCPOptions',
				hidden: true,
				replacedBy: ['DHCPv4Config', 'DHCPv6Config'],
			},
			'wireguard': {
				doc: 'Makes the link a WireGuard tunnel.',
				type: 'NetworkDeviceWireguard',
				hidden: true,
				replacedBy: ['WireguardConfig'],
			},
			'vip': {
				doc: 'Address that the control plane machines share on the link.',
				type: 'NetworkDeviceVIP',
				hidden: true,
				replacedBy: ['Layer2VIPConfig', 'HCloudVIPConfig'],
			},
		},
	},
	'v1alpha1.NetworkDeviceSelector': {
		name: 'NetworkDeviceSelector',
		doc: 'What a network card must be; all given conditions must hold, `*` stands for any text.',
		fields: {
			'busPath': {
				doc: 'Place on the bus, such as `0000:65:00.0`.',
				type: 'string',
				hidden: true,
			},
			'hardwareAddr': {
				doc: 'MAC address that the card has now.',
				type: 'string',
				hidden: true,
			},
			'permanentAddr': {
				doc: 'MAC address that the card was made with; it stays when the card joins a bond.',
				type: 'string',
				hidden: true,
				since: 'v1.9',
			},
			'pciID': {
				doc: 'Vendor and product, such as `15b3:1017`.',
				type: 'string',
				hidden: true,
			},
			'driver': {
				doc: 'Name of the kernel driver.',
				type: 'string',
				hidden: true,
			},
			'physical': {
				doc: 'Whether the link is a piece of hardware.',
				type: 'bool',
				hidden: true,
			},
		},
	},
	'v1alpha1.Route': {
		name: 'NetworkDeviceRoute',
		doc: 'A fixed route over a link.',
		fields: {
			'network': {
				doc: 'Network that the route leads to; absent, everything.',
				type: 'string',
				hidden: true,
				replacedBy: ['LinkConfig.routes.destination'],
			},
			'gateway': {
				doc: 'Router that packets are sent to; absent, the network is reached directly on the link.',
				type: 'string',
				hidden: true,
				replacedBy: ['LinkConfig.routes.gateway'],
			},
			'source': {
				doc: 'Source address that packets over the route leave with, unless the program chose one.',
				type: 'string',
				hidden: true,
				replacedBy: ['LinkConfig.routes.source'],
			},
			'metric': {
				doc: 'Priority among routes to the same network; the lowest wins.',
				type: 'uint32',
				hidden: true,
				default: '1024',
				replacedBy: ['LinkConfig.routes.metric'],
			},
			'mtu': {
				doc: 'Largest packet in bytes on this route.',
				type: 'uint32',
				hidden: true,
				replacedBy: ['LinkConfig.routes.mtu'],
			},
		},
	},
	'v1alpha1.Bond': {
		name: 'NetworkDeviceBond',
		doc: 'A bond of several links.',
		fields: {
			'interfaces': {
				doc: 'Names of the links to join; excludes `deviceSelectors`.',
				type: 'string[]',
				hidden: true,
				replacedBy: ['BondConfig.links'],
			},
			'deviceSelectors': {
				doc: 'Chooses the links to join by what they are; excludes `interfaces`.',
				type: 'NetworkDeviceSelector[]',
				hidden: true,
				replacedBy: ['BondConfig.links'],
			},
			'arpIPTarget': {
				doc: 'Addresses that are probed with ARP; refused by validation.',
				type: 'string[]',
				hidden: true,
				replacedBy: ['BondConfig.arpIpTargets'],
			},
			'mode': {
				doc: 'How traffic is spread over the links.',
				type: 'string',
				hidden: true,
				values: ['balance-rr', 'active-backup', 'balance-xor', 'broadcast', '802.3ad', 'balance-tlb', 'balance-alb'],
				replacedBy: ['BondConfig.bondMode'],
			},
			'xmitHashPolicy': {
				doc: 'Which parts of a packet decide over the link it takes.',
				type: 'string',
				hidden: true,
				values: ['layer2', 'layer3+4', 'layer2+3', 'encap2+3', 'encap3+4'],
				replacedBy: ['BondConfig.xmitHashPolicy'],
			},
			'lacpRate': {
				doc: 'How often the switch is asked for LACP packets; only with `802.3ad`.',
				type: 'string',
				hidden: true,
				values: ['slow', 'fast'],
				replacedBy: ['BondConfig.lacpRate'],
			},
			'adActorSystem': {
				doc: 'MAC address in LACP packets; refused by validation.',
				type: 'string',
				hidden: true,
			},
			'arpValidate': {
				doc: 'On which links the answers to probes are checked.',
				type: 'string',
				hidden: true,
				values: ['none', 'active', 'backup', 'all', 'filter', 'filter-active', 'filter-backup'],
				replacedBy: ['BondConfig.arpValidate'],
			},
			'arpAllTargets': {
				doc: 'Whether one answering target suffices, or all must answer.',
				type: 'string',
				hidden: true,
				values: ['any', 'all'],
				replacedBy: ['BondConfig.arpAllTargets'],
			},
			'primary': {
				doc: 'Link that is preferred while it is up.',
				type: 'string',
				hidden: true,
				replacedBy: ['BondConfig.primary'],
			},
			'primaryReselect': {
				doc: 'When the preferred link takes over again after it has come back.',
				type: 'string',
				hidden: true,
				values: ['always', 'better', 'failure'],
				replacedBy: ['BondConfig.primaryReselect'],
			},
			'failOverMac': {
				doc: 'What becomes of MAC addresses in `active-backup` mode.',
				type: 'string',
				hidden: true,
				values: ['none', 'active', 'follow'],
				replacedBy: ['BondConfig.failOverMac'],
			},
			'adSelect': {
				doc: 'Which group of links an `802.3ad` bond uses when there are several.',
				type: 'string',
				hidden: true,
				values: ['stable', 'bandwidth', 'count'],
				replacedBy: ['BondConfig.adSelect'],
			},
			'miimon': {
				doc: 'Milliseconds between two looks at the state of the links; 0 means never.',
				type: 'uint32',
				hidden: true,
				default: '0',
				replacedBy: ['BondConfig.miimon'],
			},
			'updelay': {
				doc: 'Milliseconds that a link must be up before it is used again.',
				type: 'uint32',
				hidden: true,
				default: '0',
				replacedBy: ['BondConfig.updelay'],
			},
			'downdelay': {
				doc: 'Milliseconds that a link must be down before it is given up.',
				type: 'uint32',
				hidden: true,
				default: '0',
				replacedBy: ['BondConfig.downdelay'],
			},
			'arpInterval': {
				doc: 'Milliseconds between two ARP probes.',
				type: 'uint32',
				hidden: true,
				default: '0',
				replacedBy: ['BondConfig.arpInterval'],
			},
			'resendIgmp': {
				doc: 'How often multicast memberships are announced again after a change of the active link.',
				type: 'uint32',
				hidden: true,
				replacedBy: ['BondConfig.resendIGMP'],
			},
			'minLinks': {
				doc: 'Number of links that must be up for an `802.3ad` bond to be up.',
				type: 'uint32',
				hidden: true,
				default: '0',
				replacedBy: ['BondConfig.minLinks'],
			},
			'lpInterval': {
				doc: 'Seconds between two packets that tell switches where our addresses are.',
				type: 'uint32',
				hidden: true,
				replacedBy: ['BondConfig.lpInterval'],
			},
			'packetsPerSlave': {
				doc: 'Packets to send over one link before the next one\'s turn, in `balance-rr`.',
				type: 'uint32',
				hidden: true,
				replacedBy: ['BondConfig.packetsPerSlave'],
			},
			'numPeerNotif': {
				doc: 'How often neighbors are told about a change of the active link.',
				type: 'uint8',
				hidden: true,
				replacedBy: ['BondConfig.numPeerNotif'],
			},
			'tlbDynamicLb': {
				doc: 'Moves connections between links by load: 1 yes, 0 no.',
				type: 'uint8',
				hidden: true,
				replacedBy: ['BondConfig.tlbLogicalLb'],
			},
			'allSlavesActive': {
				doc: 'What becomes of packets that arrive on inactive links: 0 drops them, 1 takes them.',
				type: 'uint8',
				hidden: true,
				default: '0',
				replacedBy: ['BondConfig.allSlavesActive'],
			},
			'useCarrier': {
				doc: 'Asks the driver for the state of a link instead of reading the card\'s registers.\nWithout effect since Linux 6.18, which always asks the driver.',
				type: 'bool',
				hidden: true,
				default: 'true',
				replacedBy: ['BondConfig.useCarrier'],
			},
			'adActorSysPrio': {
				doc: 'Priority of this machine in LACP; only with `802.3ad`.',
				type: 'uint16',
				hidden: true,
				replacedBy: ['BondConfig.adActorSysPrio'],
			},
			'adUserPortKey': {
				doc: 'Upper ten bits of the LACP port key; only with `802.3ad`.',
				type: 'uint16',
				hidden: true,
				replacedBy: ['BondConfig.adUserPortKey'],
			},
			'peerNotifyDelay': {
				doc: 'Milliseconds between two notices to neighbors about a change of the active link.',
				type: 'uint32',
				hidden: true,
				default: '0',
				replacedBy: ['BondConfig.peerNotifDelay'],
			},
		},
	},
	'v1alpha1.Bridge': {
		name: 'NetworkDeviceBridge',
		doc: 'A bridge of several links.',
		fields: {
			'interfaces': {
				doc: 'Names of the links to connect.',
				type: 'string[]',
				hidden: true,
				replacedBy: ['BridgeConfig.links'],
			},
			'stp': {
				doc: 'Protection against loops.',
				type: 'NetworkDeviceBridgeSTP',
				hidden: true,
				replacedBy: ['BridgeConfig.stp'],
			},
			'vlan': {
				doc: 'Separation of VLANs within the bridge.',
				type: 'NetworkDeviceBridgeVLAN',
				hidden: true,
				since: 'v1.8',
				replacedBy: ['BridgeConfig.vlan'],
			},
		},
	},
	'v1alpha1.STP': {
		name: 'NetworkDeviceBridgeSTP',
		doc: 'Spanning tree protocol of a bridge.',
		fields: {
			'enabled': {
				doc: 'Finds and cuts loops between bridges.',
				type: 'bool',
				hidden: true,
				default: 'true',
				replacedBy: ['BridgeConfig.stp.enabled'],
			},
		},
	},
	'v1alpha1.BridgeVLAN': {
		name: 'NetworkDeviceBridgeVLAN',
		doc: 'VLAN handling of a bridge.',
		fields: {
			'vlanFiltering': {
				doc: 'Keeps packets of different VLANs apart.',
				type: 'bool',
				hidden: true,
				default: 'false',
				replacedBy: ['BridgeConfig.vlan.filtering'],
			},
		},
	},
	'v1alpha1.BridgePort': {
		name: 'NetworkDeviceBridgePort',
		doc: 'Membership of a link in a bridge.',
		fields: {
			'master': {
				doc: 'Name of the bridge.',
				type: 'string',
				hidden: true,
				replacedBy: ['BridgeConfig.links'],
			},
		},
	},
	'v1alpha1.Vlan': {
		name: 'NetworkDeviceVLAN',
		doc: 'A VLAN on top of a link.',
		fields: {
			'addresses': {
				doc: 'Fixed addresses, each with its prefix length.',
				type: 'string[]',
				hidden: true,
				replacedBy: ['VLANConfig.addresses'],
			},
			'cidr': {
				doc: 'A fixed address with its prefix length, from before there were several.\nValidation warns about it; together with `addresses` it is refused.',
				type: 'string',
				hidden: true,
				replacedBy: ['VLANConfig.addresses'],
			},
			'routes': {
				doc: 'Fixed routes over the VLAN.',
				type: 'NetworkDeviceRoute[]',
				hidden: true,
				replacedBy: ['VLANConfig.routes'],
			},
			'dhcp': {
				doc: 'Gets addresses with DHCP.',
				type: 'bool',
				hidden: true,
				default: 'false',
				replacedBy: ['DHCPv4Config', 'DHCPv6Config'],
			},
			'vlanId': {
				doc: 'Number of the VLAN, 1 to 4094.',
				type: 'uint16',
				hidden: true,
				replacedBy: ['VLANConfig.vlanID'],
			},
			'mtu': {
				doc: 'Largest packet in bytes; absent, that of the link below.',
				type: 'uint32',
				hidden: true,
				replacedBy: ['VLANConfig.mtu'],
			},
			'vip': {
				doc: 'Address that the control plane machines share on the VLAN.',
				type: 'NetworkDeviceVIP',
				hidden: true,
				replacedBy: ['Layer2VIPConfig', 'HCloudVIPConfig'],
			},
			'dhcpOptions': {
				doc: 'How DHCP is done.',
				type: 'NetworkDeviceDHCPOptions',
				hidden: true,
				replacedBy: ['DHCPv4Config', 'DHCPv6Config'],
			},
		},
	},
	'v1alpha1.DeviceVIPConfig': {
		name: 'NetworkDeviceVIP',
		doc: 'Address that the control plane machines share; one at a time holds it.',
		fields: {
			'ip': {
				doc: 'The shared address; free, and of the segment that the machines are in.',
				type: 'string',
				hidden: true,
				replacedBy: ['Layer2VIPConfig.name'],
			},
			'equinixMetal': {
				doc: 'Tells Equinix Metal, through its API, which machine holds the address.',
				type: 'NetworkDeviceVIPEquinixMetal',
				hidden: true,
			},
			'hcloud': {
				doc: 'Tells the Hetzner Cloud, through its API, which machine holds the address.',
				type: 'NetworkDeviceVIPHCloud',
				hidden: true,
				replacedBy: ['HCloudVIPConfig'],
			},
		},
	},
	'v1alpha1.VIPEquinixMetalConfig': {
		name: 'NetworkDeviceVIPEquinixMetal',
		doc: 'Access to the API of Equinix Metal.',
		fields: {
			'apiToken': {
				doc: 'Token for the API.',
				type: 'string',
				hidden: true,
			},
		},
	},
	'v1alpha1.VIPHCloudConfig': {
		name: 'NetworkDeviceVIPHCloud',
		doc: 'Access to the API of the Hetzner Cloud.',
		fields: {
			'apiToken': {
				doc: 'Token for the API.',
				type: 'string',
				hidden: true,
				replacedBy: ['HCloudVIPConfig.apiToken'],
			},
		},
	},
	'v1alpha1.DHCPOptions': {
		name: 'NetworkDeviceDHCPOptions',
		doc: 'How DHCP is done.',
		fields: {
			'routeMetric': {
				doc: 'Priority of the routes that the server sends; the lowest wins.',
				type: 'uint32',
				hidden: true,
				default: '1024',
				replacedBy: ['DHCPv4Config.routeMetric'],
			},
			'ipv4': {
				doc: 'Asks for IPv4 addresses.',
				type: 'bool',
				hidden: true,
				default: 'true',
				replacedBy: ['DHCPv4Config'],
			},
			'ipv6': {
				doc: 'Asks for IPv6 addresses.',
				type: 'bool',
				hidden: true,
				default: 'false',
				replacedBy: ['DHCPv6Config'],
			},
			'duidv6': {
				doc: 'The bytes that identify this machine to DHCPv6, in hexadecimal.',
				type: 'string',
				hidden: true,
				replacedBy: ['DHCPv6Config.duidRaw'],
			},
		},
	},
	'v1alpha1.DeviceWireguardConfig': {
		name: 'NetworkDeviceWireguard',
		doc: 'A WireGuard tunnel.',
		fields: {
			'privateKey': {
				doc: 'Key of this end, in base64.',
				type: 'string',
				hidden: true,
				replacedBy: ['WireguardConfig.privateKey'],
			},
			'listenPort': {
				doc: 'UDP port to listen on; 0 takes a random one.',
				type: 'int',
				hidden: true,
				replacedBy: ['WireguardConfig.listenPort'],
			},
			'firewallMark': {
				doc: 'Mark on the encrypted packets, for routing rules and firewalls.',
				type: 'int',
				hidden: true,
				replacedBy: ['WireguardConfig.firewallMark'],
			},
			'peers': {
				doc: 'The other ends of the tunnel.',
				type: 'NetworkDeviceWireguardPeer[]',
				hidden: true,
				replacedBy: ['WireguardConfig.peers'],
			},
		},
	},
	'v1alpha1.DeviceWireguardPeer': {
		name: 'NetworkDeviceWireguardPeer',
		doc: 'Another end of a tunnel.',
		fields: {
			'publicKey': {
				doc: 'Its public key, in base64.',
				type: 'string',
				hidden: true,
				replacedBy: ['WireguardConfig.peers.publicKey'],
			},
			'endpoint': {
				doc: 'Its host and UDP port; absent, it must connect first.',
				type: 'string',
				hidden: true,
				replacedBy: ['WireguardConfig.peers.endpoint'],
			},
			'persistentKeepaliveInterval': {
				doc: 'Time between two packets that keep address translation on the way open; 0 sends none.',
				type: 'Duration',
				hidden: true,
				replacedBy: ['WireguardConfig.peers.persistentKeepaliveInterval'],
			},
			'allowedIPs': {
				doc: 'Networks that are routed to it, and that packets from it may come from.',
				type: 'string[]',
				hidden: true,
				replacedBy: ['WireguardConfig.peers.allowedIPs'],
			},
		},
	},
	'v1alpha1.Config': {
		name: 'RootConfig',
		doc: 'The root document: the one without a kind, which held the whole configuration until Talos 1.13.\nA machine needs it to boot. Much of it has moved to documents of its own, which win where both are allowed.',
		examples: [
			{ value: { version: 'v1alpha1', machine: { type: 'worker' } } },
		],
		fields: {
			'version': {
				doc: 'Format of this document.',
				type: 'string',
				values: ['v1alpha1'],
			},
			'debug': {
				doc: 'Sends the logs of all system services to the console too.\nA slow serial console can hold up the boot.',
				type: 'bool',
				default: 'false',
			},
			'persist': {
				doc: 'Was meant to keep the configuration out of the disk; must be absent or true.',
				type: 'bool',
				hidden: true,
				default: 'true',
			},
			'machine': {
				doc: 'What concerns this machine.',
				type: 'MachineSection',
			},
			'cluster': {
				doc: 'What concerns the Kubernetes cluster and is mostly the same on all its machines.',
				type: 'ClusterSection',
			},
		},
	},
};
