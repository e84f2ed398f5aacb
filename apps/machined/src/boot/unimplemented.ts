import { documentTitle, type MachineConfig } from '@ichor/machinery/config';

/** A subject of the configuration that this version does nothing about. */
export interface Unimplemented {
	/** Ends the id of the diagnostic: `wireguard`. */
	readonly id: string;
	/** What is missing, and what follows from that: one sentence. */
	readonly message: string;
	/** Where the configuration speaks of it: `WireguardConfig/wg0`, `v1alpha1.Config: machine.udev`. */
	readonly places: readonly string[];
}

/** What a configuration asks for in vain. Configuration that is taken and not acted on is told, never passed over in silence. */
export function unimplementedIn(config: MachineConfig): readonly Unimplemented[] {
	return missing.flatMap(({ id, message, where }) => {
		const places = where.flatMap(([kind, path = '']) =>
			config.documents
				.filter((document) => document.kind === kind)
				.flatMap((document) => {
					const title = documentTitle(document);
					if (path === '') return [title];
					return pathsTo(path.split('.'), document.value).map((found) => `${title}: ${found}`);
				}),
		);
		return places.length === 0 ? [] : [{ id, message, places }];
	});
}

/** The kinds of documents that are listed as a whole. */
export function unimplementedKinds(): readonly string[] {
	return missing.flatMap(({ where }) => where.flatMap(([kind, path]) => (path === undefined ? [kind] : [])));
}

interface Missing extends Omit<Unimplemented, 'places'> {
	/** Kinds of documents; with a path, only those that say something there. `[]` behind a key goes through its list. */
	readonly where: readonly (readonly [kind: string, path?: string])[];
}

const device = 'machine.network.interfaces[]';

/** To be removed line by line as things are made; above each, why it is still here. */
const missing: readonly Missing[] = [
	// Needs WireGuard in the kernel of every node: that of container nodes is the host's, which may have none.
	{
		id: 'kubespan',
		message: 'KubeSpan is not implemented: traffic between nodes is not encrypted',
		where: [
			['v1alpha1', 'machine.network.kubespan.enabled'],
			['KubeSpanConfig', 'enabled'],
		],
	},
	// A container node gets its addresses from whoever makes it, and DHCPv4 is what machines need first.
	{
		id: 'dhcp6',
		message: 'DHCPv6 is not implemented: the links keep the IPv6 addresses that they have',
		where: [['DHCPv6Config'], ['v1alpha1', `${device}.dhcpOptions.ipv6`], ['v1alpha1', `${device}.vlans[].dhcpOptions.ipv6`]],
	},
	// A document of 1.14; a node does what v1.13.9 does, which has no BGP.
	{ id: 'bgp', message: 'BGP is not implemented: no route is exchanged', where: [['BGPInstanceConfig']] },
	// A container node has no disks, only the two volumes that its provisioner makes: the others come with the bootable image.
	{
		id: 'volumes',
		message: 'volumes besides STATE and EPHEMERAL are not implemented: they are not made',
		where: [
			['UserVolumeConfig'],
			['RawVolumeConfig'],
			['ExistingVolumeConfig'],
			['ExternalVolumeConfig'],
			['SwapVolumeConfig'],
			['ZswapConfig'],
			['LVMVolumeGroupConfig'],
			['LVMLogicalVolumeConfig'],
			['RAIDArrayConfig'],
		],
	},
	// The volumes of a container node are files of the host, which has no device mapper to offer: comes with the bootable image.
	{
		id: 'encryption',
		message: 'encryption of volumes is not implemented: what is on them can be read by whoever has the disk',
		where: [
			['v1alpha1', 'machine.systemDiskEncryption'],
			['VolumeConfig', 'encryption'],
		],
	},
	// Documents of 1.14, and the disks of a container node are the host's to maintain.
	{
		id: 'filesystem-maintenance',
		message: 'maintenance of file systems is not implemented: they are neither trimmed nor scrubbed',
		where: [['FilesystemTrimConfig'], ['FilesystemScrubConfig']],
	},
	// A container node has no devices of its own; upstream runs no udevd in containers either. Comes with the bootable image.
	{
		id: 'devices',
		message: 'rules for devices and drivers are not implemented: devices stay as they are',
		where: [['UdevRulesConfig'], ['v1alpha1', 'machine.udev.rules'], ['PCIDriverRebindConfig'], ['WatchdogTimerConfig']],
	},
	// The kernel of a container node is the host's, and no container may load modules into it, as upstream.
	{
		id: 'kernel-modules',
		message: 'loading of kernel modules is not implemented: the kernel has those that it was started with',
		where: [['KernelModuleConfig'], ['v1alpha1', 'machine.kernel.modules']],
	},
	// Its receiver is the manager behind SideroLink, which is not there either; `events` has them over the API.
	{
		id: 'event-delivery',
		message: 'delivery of events is not implemented: they stay on the node',
		where: [['EventSinkConfig']],
	},
	// Extension services come in images with extensions, ContainerConfig with 1.14; the others change what containerd gives every container.
	{
		id: 'containers',
		message: 'services and settings of containers besides those of Kubernetes are not implemented: nothing is started or changed',
		where: [
			['ContainerConfig'],
			['ExtensionServiceConfig'],
			['CRIBaseRuntimeSpecConfig'],
			['CRICustomizationConfig'],
			['v1alpha1', 'machine.baseRuntimeSpecOverrides'],
		],
	},
	// Signatures are checked by what pulls images, and profiles are of 1.14: nothing of a container node asks for them yet.
	{
		id: 'security',
		message: 'these security settings are not implemented: nothing is verified or forbidden because of them',
		where: [['ImageVerificationConfig'], ['SecurityProfileConfig']],
	},
	// A tunnel of WireGuard to a manager: needs it in the kernel, as KubeSpan.
	{ id: 'sidero-link', message: 'SideroLink is not implemented: the node does not report to its manager', where: [['SideroLinkConfig']] },
	// /etc is part of a read-only image, and a file can be shown only where one is; the others are documents that act on a machine's disk or memory as a whole, which are the host's.
	{
		id: 'system',
		message: 'these settings of the system are not implemented: it stays as it is',
		where: [['EtcFileConfig'], ['OOMConfig'], ['UnattendedInstallConfig']],
	},
];

/** Every place below a value where a path leads to something that is said. */
function pathsTo([key = '', ...rest]: readonly string[], value: unknown, at = ''): readonly string[] {
	if (key === '') return isSaid(value) ? [at] : [];
	if (typeof value !== 'object' || value === null) return [];
	const name = key.replace('[]', '');
	const next = (value as Readonly<Record<string, unknown>>)[name];
	const path = at === '' ? name : `${at}.${name}`;
	if (name === key) return pathsTo(rest, next, path);
	return Array.isArray(next) ? next.flatMap((item, index) => pathsTo(rest, item, `${path}[${index}]`)) : [];
}

function isSaid(value: unknown): boolean {
	if (Array.isArray(value)) return value.length > 0;
	return value !== undefined && value !== null && value !== false && value !== '';
}
