// Generated from model/runtime/ by `npm run generate`. Edit the model, not this file.
import type { DomainDocs } from './docs.ts';

export const runtimeDocs: DomainDocs = {
	'runtime.EnvironmentV1Alpha1': {
		name: 'EnvironmentConfig',
		doc: 'Environment variables for the system and its services.\nSeveral documents are merged; of the same variable, the last one counts. Services see a change when the machine boots again.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'EnvironmentConfig', variables: { https_proxy: 'http://proxy.example.org:3128', no_proxy: '10.0.0.0/8,.example.org' } } },
		],
		fields: {
			'variables': {
				doc: 'Values by name.\nA name has letters, digits and underscores, and does not begin with a digit. The usual use are the proxy variables.',
				type: 'map<string>',
				values: ['http_proxy', 'https_proxy', 'no_proxy', 'GRPC_GO_LOG_VERBOSITY_LEVEL', 'GRPC_GO_LOG_SEVERITY_LEVEL'],
				examples: [
					{ name: 'a proxy for everything but the local networks', value: { https_proxy: 'http://proxy.example.org:3128', no_proxy: '10.0.0.0/8,.example.org' } },
					{ value: { https_proxy: 'https://nodes:correct-horse@proxy.example.org:3129' } },
					{ value: { GRPC_GO_LOG_SEVERITY_LEVEL: 'warning' } },
				],
			},
		},
	},
	'runtime.EtcFileConfigV1Alpha1': {
		name: 'EtcFileConfig',
		doc: 'Puts a file under `/etc`.\nOnly for paths that the system does not manage itself. Takes the place of `machine.files` for this purpose.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'EtcFileConfig', name: 'multipath.conf', mode: 384, contents: 'defaults {\n    find_multipaths yes\n}\n' } },
		],
		fields: {
			'name': {
				doc: 'Path of the file below `/etc`, without a leading slash.',
				type: 'string',
			},
			'mode': {
				doc: 'Permission bits, in octal.',
				type: 'FilePermissions',
				default: '420',
			},
			'contents': {
				doc: 'What the file holds.',
				type: 'string',
			},
		},
	},
	'runtime.EventSinkV1Alpha1': {
		name: 'EventSinkConfig',
		doc: 'Sends the events of the machine to a server.\nFor provisioning tools that follow a boot; the events are those that `events` shows.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'EventSinkConfig', endpoint: '192.0.2.30:4100' } },
		],
		fields: {
			'endpoint': {
				doc: 'Host and port of the server, which speaks the event sink protocol of SideroLink.',
				type: 'string',
				examples: [
					{ value: '192.0.2.30:4100' },
				],
			},
		},
	},
	'extensions.ServiceConfigV1Alpha1': {
		name: 'ExtensionServiceConfig',
		doc: 'Settings for a service that a system extension brings along.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'ExtensionServiceConfig', name: 'tailscale', environment: ['TS_HOSTNAME=node-1'], configFiles: [{ content: '{"Version": "alpha0"}\n', mountPath: '/etc/tailscale/config.json' }] } },
		],
		fields: {
			'name': {
				doc: 'Name of the service as its extension gives it, without the prefix `ext-`.',
				type: 'string',
			},
			'configFiles': {
				doc: 'Files that the service finds in its container.\nPatches merge by `mountPath`.',
				type: 'ExtensionConfigFile[]',
			},
			'environment': {
				doc: 'Variables of the service as `NAME=value`.',
				type: 'string[]',
			},
		},
	},
	'extensions.ConfigFile': {
		name: 'ExtensionConfigFile',
		doc: 'A file for the service of an extension.',
		fields: {
			'content': {
				doc: 'What the file holds.',
				type: 'string',
			},
			'mountPath': {
				doc: 'Absolute path of the file inside the service\'s container.',
				type: 'string',
			},
		},
	},
	'runtime.KernelModuleConfigV1Alpha1': {
		name: 'KernelModuleConfig',
		doc: 'Loads a kernel module.\nTakes the place of an entry in `machine.kernel.modules`; when both name a module, the document counts.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'KernelModuleConfig', name: 'nf_conntrack', parameters: ['hashsize=131072'] } },
		],
		fields: {
			'name': {
				doc: 'Name of the module, as `modprobe` takes it.\nIt must be in the boot image, of the kernel\'s own or of an extension.',
				type: 'string',
			},
			'parameters': {
				doc: 'Settings of the module as `name=value`.\nA changed setting counts from the next boot.',
				type: 'string[]',
			},
		},
	},
	'runtime.KmsgLogV1Alpha1': {
		name: 'KmsgLogConfig',
		doc: 'Sends the kernel\'s messages to a server.\nSeveral documents with different names send to several servers.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'KmsgLogConfig', name: 'collector', url: 'tcp://192.0.2.31:5140/' } },
		],
		fields: {
			'name': {
				doc: 'Tells the destinations apart.',
				type: 'string',
			},
			'url': {
				doc: 'Where the messages go: `tcp://` or `udp://` with a host and a port, without a path.\nMessages are JSON, one per line.',
				type: 'URLText',
				examples: [
					{ value: 'udp://192.0.2.31:5140' },
				],
			},
		},
	},
	'runtime.OOMV1Alpha1': {
		name: 'OOMConfig',
		doc: 'Tunes what happens when the machine runs out of memory.\nThe system watches memory pressure and kills the least important container before the kernel would kill a random process. Change the expressions only with measurements at hand.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'OOMConfig', triggerExpression: 'memory_full_avg10 > 12.0 && time_since_trigger > duration("2s")', cgroupRankingExpression: 'class == Besteffort ? double(memory_current.orValue(0u)) : 0.0', sampleInterval: '250ms' } },
		],
		fields: {
			'triggerExpression': {
				doc: 'A CEL expression that is true when something must be killed.\nKnows the pressure values `memory_some_avg10` to `memory_full_total`, the same per class of service with the prefix `qos_`, their changes with `d_`, and `time_since_trigger`. Repeat it in every patch of the document: a patch without it erases it.',
				type: 'CELExpression',
			},
			'cgroupRankingExpression': {
				doc: 'A CEL expression that gives each cgroup a number; the highest is killed first.\nKnows `memory_max`, `memory_current` and `memory_peak` in bytes, each perhaps absent, `path`, and `class` with the constants `Besteffort`, `Burstable`, `Guaranteed`, `Podruntime`, `System`. The result is a double. Repeat it in every patch of the document: a patch without it erases it.',
				type: 'CELExpression',
			},
			'strictCgroupClassOrdering': {
				doc: 'Kills in the least important class first, whatever the numbers are.\nThe ranking then only decides within a class. `false` leaves the decision to the ranking alone.',
				type: 'bool',
				default: 'true',
			},
			'sampleInterval': {
				doc: 'Time between two looks at the memory pressure.\nShorter reacts faster and costs more CPU.',
				type: 'Duration',
				default: '500ms',
			},
		},
	},
	'runtime.SecurityProfileConfigV1Alpha1': {
		name: 'SecurityProfileConfig',
		doc: 'Hardening of the node as a whole.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'SecurityProfileConfig', workloadIsolation: true } },
		],
		fields: {
			'workloadIsolation': {
				doc: 'Runs containerd, kubelet and pods in process and mount namespaces of their own.\nThey then cannot see the processes and open files of the system. New configurations of 1.14 switch it on; without the document it is off, so that upgrades change nothing. The iSCSI volume plugin built into the kubelet does not work with it.',
				type: 'bool',
				default: 'false',
			},
		},
	},
	'runtime.SysctlConfigV1Alpha1': {
		name: 'SysctlConfig',
		doc: 'Sets kernel parameters under `/proc/sys`.\nMerged over `machine.sysctls`; for the same name, the document counts.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'SysctlConfig', params: { 'net.core.somaxconn': '65535', 'vm.max_map_count': '262144' } } },
		],
		fields: {
			'params': {
				doc: 'Values by name; quote numbers, because values are text.\nNames with dots, or with slashes where a part of the name has dots in it: `net/ipv4/conf/eth0.10/rp_filter`.',
				type: 'map<string>',
				examples: [
					{ name: 'more memory maps for a search engine, larger queues for a load balancer', value: { 'net.core.somaxconn': '65535', 'vm.max_map_count': '262144' } },
				],
			},
		},
	},
	'runtime.SysfsConfigV1Alpha1': {
		name: 'SysfsConfig',
		doc: 'Sets kernel attributes under `/sys`.\nMerged over `machine.sysfs`; for the same name, the document counts.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'SysfsConfig', params: { 'kernel.mm.transparent_hugepage.enabled': 'madvise' } } },
		],
		fields: {
			'params': {
				doc: 'Values by name: the path below `/sys`, with dots for slashes.',
				type: 'map<string>',
				examples: [
					{ name: 'huge pages only for programs that ask for them', value: { 'kernel.mm.transparent_hugepage.enabled': 'madvise' } },
				],
			},
		},
	},
	'runtime.UdevRulesConfigV1Alpha1': {
		name: 'UdevRulesConfig',
		doc: 'Adds rules to udev.\nTakes the place of `machine.udev`.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'UdevRulesConfig', rules: ['SUBSYSTEM=="tty", ATTRS{idVendor}=="0403", SYMLINK+="serial-meter"'] } },
		],
		fields: {
			'rules': {
				doc: 'The rules, one per item, in udev\'s own syntax.\nA group is given by its number, since the system has no group names.',
				type: 'string[]',
			},
		},
	},
	'runtime.UnattendedInstallConfigV1Alpha1': {
		name: 'UnattendedInstallConfig',
		doc: 'Installs the system to a disk when the machine boots from anything else.\nTakes the place of `machine.install`; with both, the configuration is refused. Without either, nothing is installed. On an installed machine the document has no effect.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'UnattendedInstallConfig', installer: { image: 'registry.example.org/talos/installer:v1.14.0' }, provisioning: { diskSelector: { match: 'disk.transport == "nvme" && disk.size >= 100u * GB' }, wipe: true } } },
		],
		fields: {
			'reboot': {
				doc: 'Boots the machine from its disk once the installation is done.\nAbsent, it does so when `installer.image` names an image.',
				type: 'bool',
			},
			'installer': {
				doc: 'Where the system to install comes from.',
				type: 'UnattendedInstaller',
				examples: [
					{ value: { image: 'registry.example.org/talos/installer:v1.14.0' } },
				],
			},
			'provisioning': {
				doc: 'Which disk to install to, and what happens to it.',
				type: 'UnattendedInstallProvisioning',
			},
		},
	},
	'runtime.InstallerSpec': {
		name: 'UnattendedInstaller',
		doc: 'The source of an installation.',
		examples: [
			{ value: { image: 'registry.example.org/talos/installer:v1.14.0' } },
		],
		fields: {
			'image': {
				doc: 'Reference of the installer image; its version becomes the machine\'s version.\nAbsent, the installer that belongs to the booted medium\'s version and schematic is used, which works for media of an image factory.',
				type: 'string',
				examples: [
					{ value: 'registry.example.org/talos/installer:v1.14.0' },
				],
			},
		},
	},
	'runtime.ProvisioningSpec': {
		name: 'UnattendedInstallProvisioning',
		doc: 'The disk that an installation goes to.',
		fields: {
			'diskSelector': {
				doc: 'Picks the disk.',
				type: 'UnattendedInstallDiskSelector',
			},
			'wipe': {
				doc: 'Erases the disk before the installation.\n`false` keeps partitions that the installer does not need to replace.',
				type: 'bool',
				default: 'true',
			},
		},
	},
	'runtime.DiskSelectorSpec': {
		name: 'UnattendedInstallDiskSelector',
		doc: 'A condition that the disk of an installation should meet.',
		fields: {
			'match': {
				doc: 'A CEL expression over `disk` that is true for the wanted disk.\nOf several matches the first is taken, so be specific: `disk.serial` or `disk.wwid` name one disk, sizes need unsigned numbers such as `100u * GB`. Repeat it in every patch of the section: a patch without it erases it.',
				type: 'CELExpression',
				examples: [
					{ name: 'the NVMe disk of at least 100 gigabytes', value: 'disk.transport == "nvme" && disk.size >= 100u * GB' },
				],
			},
		},
	},
	'runtime.WatchdogTimerV1Alpha1': {
		name: 'WatchdogTimerConfig',
		doc: 'Lets a hardware timer reset the machine when the system hangs.',
		examples: [
			{ value: { apiVersion: 'v1alpha1', kind: 'WatchdogTimerConfig', device: '/dev/watchdog1', timeout: '3m0s' } },
		],
		fields: {
			'device': {
				doc: 'Path of the timer\'s device.',
				type: 'string',
				examples: [
					{ value: '/dev/watchdog1' },
				],
			},
			'timeout': {
				doc: 'Silence after which the machine is reset; at least 10 seconds.',
				type: 'Duration',
				default: '1m',
			},
		},
	},
};
