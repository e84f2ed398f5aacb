// Generated from model/container/ by `npm run generate`. Edit the model, not this file.
import type { DomainDocs } from './docs.ts';

export const containerDocs: DomainDocs = {
	'container.ContainerConfigV1Alpha1': {
		name: 'ContainerConfig',
		doc: 'Runs a container directly under the system, without Kubernetes.\nIt starts when the document is applied and is started again five seconds after it ends. It is not a service of the system: its state is shown by the `ContainerStatus` resource, its output by `logs`.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'ContainerConfig', name: 'edge-proxy', image: 'registry.example.org/edge/proxy@sha256:50d858e0985ecc7f60418aaf0cc5ab587f42c2570a884095a9e8ccacd0f6545c', args: ['--listen=:8443'], runAs: { uid: 10001, gid: 10001 }, environment: ['LOG_LEVEL=info'], mounts: [{ userVolume: { name: 'proxy-cache', destination: '/var/cache/proxy', options: ['rw'] } }], network: { mode: 'host' }, resources: { limits: { cpu: '500m', memory: '256MiB' } }, dependsOn: { networks: ['connectivity'] } } },
		],
		fields: {
			'name': {
				doc: 'Names the container, also in logs.\n1 to 63 lower-case letters, digits and hyphens; not the name of a service of the system.',
				type: 'string',
			},
			'image': {
				doc: 'Reference of the image that the container runs.\nPin it by digest (`repository@sha256:…`): a tag may point to something else tomorrow, and validation warns about it. A short name is completed as Docker does.',
				type: 'string',
				examples: [
					{ value: 'registry.example.org/edge/proxy:2.4.1' },
				],
			},
			'entrypoint': {
				doc: 'Command that takes the place of the image\'s entry point.\nAbsent, the image decides.',
				type: 'string[]',
			},
			'args': {
				doc: 'Arguments that take the place of the image\'s own.',
				type: 'string[]',
			},
			'workingDir': {
				doc: 'Folder that the command starts in; absent, the image decides.',
				type: 'string',
			},
			'runAs': {
				doc: 'User and group that the command runs as; absent, the image decides.\nThere are no user namespaces: user 0 in the container is root on the machine.',
				type: 'ContainerRunAs',
			},
			'environment': {
				doc: 'Variables as `NAME=value`, added to those of the image.\nThey stand in the configuration in plain sight; put secrets into files of a volume instead.',
				type: 'string[]',
			},
			'mounts': {
				doc: 'What the container sees of volumes, memory file systems and the host.',
				type: 'ContainerMount[]',
			},
			'security': {
				doc: 'What the container may do.',
				type: 'ContainerSecurity',
			},
			'network': {
				doc: 'What the container sees of the network.',
				type: 'ContainerNetwork',
			},
			'resources': {
				doc: 'Upper bounds for CPU and memory.',
				type: 'ContainerResources',
			},
			'dependsOn': {
				doc: 'What must be there before the container starts.',
				type: 'ContainerDependsOn',
			},
		},
	},
	'container.ContainerRunAs': {
		name: 'ContainerRunAs',
		doc: 'User and group of a container\'s command.',
		fields: {
			'uid': {
				doc: 'Number of the user; absent, the image\'s user.\n`0` is root on the machine itself.',
				type: 'int32',
				examples: [
					{ value: 10001 },
				],
			},
			'gid': {
				doc: 'Number of the group; absent, the image\'s group.',
				type: 'int32',
				examples: [
					{ value: 10001 },
				],
			},
		},
	},
	'container.ContainerMount': {
		name: 'ContainerMount',
		doc: 'One file system inside a container: exactly one of the three sources.',
		fields: {
			'userVolume': {
				doc: 'A volume of a UserVolumeConfig.\nThe container waits until the volume is mounted.',
				type: 'ContainerUserVolumeMount',
			},
			'tmpfs': {
				doc: 'Scratch space in memory, gone when the container ends.',
				type: 'ContainerTmpfsMount',
			},
			'hostPath': {
				doc: 'A file or folder of the host, which must exist.\nOpens the host to the container; prefer a user volume.',
				type: 'ContainerHostPathMount',
			},
		},
	},
	'container.UserVolumeMount': {
		name: 'ContainerUserVolumeMount',
		doc: 'A user volume inside a container.',
		fields: {
			'name': {
				doc: 'Name of the UserVolumeConfig.',
				type: 'string',
			},
			'destination': {
				doc: 'Absolute path of the volume inside the container; unique among its mounts.',
				type: 'string',
			},
			'options': {
				doc: 'Mount options; without `rw` the volume is read-only.',
				type: 'string[]',
				values: ['ro', 'rw', 'noexec', 'nosuid', 'nodev', 'noatime', 'rbind', 'rshared'],
			},
		},
	},
	'container.TmpfsMount': {
		name: 'ContainerTmpfsMount',
		doc: 'Scratch space in memory inside a container.',
		fields: {
			'destination': {
				doc: 'Absolute path of the scratch space inside the container; unique among its mounts.',
				type: 'string',
			},
			'size': {
				doc: 'Upper bound for the space, such as `64MiB`; absent, half of the machine\'s memory.',
				type: 'string',
				examples: [
					{ value: '128MiB' },
				],
			},
			'options': {
				doc: 'Mount options; writable unless `ro` is among them.',
				type: 'string[]',
				values: ['ro', 'rw', 'noexec', 'nosuid', 'nodev', 'noatime', 'rbind', 'rshared'],
			},
		},
	},
	'container.HostPathMount': {
		name: 'ContainerHostPathMount',
		doc: 'A path of the host inside a container.',
		fields: {
			'source': {
				doc: 'Absolute path on the host; it is not created.',
				type: 'string',
			},
			'destination': {
				doc: 'Absolute path inside the container; unique among its mounts.',
				type: 'string',
			},
			'options': {
				doc: 'Mount options; without `rw` the path is read-only.',
				type: 'string[]',
				values: ['ro', 'rw', 'noexec', 'nosuid', 'nodev', 'noatime', 'rbind', 'rshared'],
			},
		},
	},
	'container.ContainerSecurity': {
		name: 'ContainerSecurity',
		doc: 'What a container may do.',
		fields: {
			'profile': {
				doc: 'The starting point for permissions.\n`restricted` has no capabilities, no devices and a read-only root file system. `privileged` has nearly everything; treat its image like a part of the system.',
				type: 'ContainerSecurityProfile',
				default: 'restricted',
				values: ['restricted', 'privileged'],
			},
			'capabilities': {
				doc: 'Linux capabilities that differ from the profile.',
				type: 'ContainerCapabilities',
			},
		},
	},
	'container.ContainerCapabilities': {
		name: 'ContainerCapabilities',
		doc: 'Differences from a profile\'s capabilities, in upper case and without `CAP_`.',
		fields: {
			'add': {
				doc: 'Capabilities that the container has besides those of its profile.',
				type: 'string[]',
				examples: [
					{ value: ['NET_BIND_SERVICE'] },
				],
			},
			'drop': {
				doc: 'Capabilities that the container does not have; `ALL` takes every one away.',
				type: 'string[]',
				examples: [
					{ value: ['SYS_ADMIN'] },
				],
			},
		},
	},
	'container.ContainerNetwork': {
		name: 'ContainerNetwork',
		doc: 'What a container sees of the network.',
		fields: {
			'mode': {
				doc: '`none` gives the container an empty network of its own, `host` the network of the machine.\nIn host mode it can bind any free port and reach services on localhost.',
				type: 'ContainerNetworkMode',
				default: 'none',
				values: ['none', 'host'],
			},
		},
	},
	'container.ContainerResources': {
		name: 'ContainerResources',
		doc: 'Resource bounds of a container.',
		fields: {
			'limits': {
				doc: 'What the container cannot exceed.',
				type: 'ContainerResourceLimits',
			},
		},
	},
	'container.ContainerResourceLimits': {
		name: 'ContainerResourceLimits',
		doc: 'Upper bounds of a container, kept by cgroups.',
		fields: {
			'cpu': {
				doc: 'CPU time in thousandths of a core: `500m` is half a core.\nA container that wants more is slowed down.',
				type: 'string',
				examples: [
					{ value: '250m' },
				],
			},
			'memory': {
				doc: 'Memory including page cache, such as `256MiB`.\nA container that needs more is killed and started again.',
				type: 'string',
				examples: [
					{ value: '256MiB' },
				],
			},
		},
	},
	'container.ContainerDependsOn': {
		name: 'ContainerDependsOn',
		doc: 'Conditions for starting a container; it waits as long as it takes.',
		fields: {
			'paths': {
				doc: 'Absolute paths on the host that must exist.',
				type: 'string[]',
				examples: [
					{ value: ['/var/mnt/proxy-cache/ready'] },
				],
			},
			'networks': {
				doc: 'States of the network that must be reached.\n`addresses`: an address is assigned; `connectivity`: all probes succeed, or without probes, there is a default route; `hostname`: the host name is set; `etcfiles`: the resolver files are written.',
				type: 'string[]',
				values: ['addresses', 'connectivity', 'hostname', 'etcfiles'],
			},
			'time': {
				doc: 'Waits until the clock is synchronized.',
				type: 'bool',
				default: 'false',
			},
			'containers': {
				doc: 'Names of other ContainerConfig documents that must be running.\nCircles are refused.',
				type: 'string[]',
			},
		},
	},
};
