/** Who may call what: the wire's rules (upstream: machined's authorization rules), a line each. A method that is not here is for administrators. */
type Role = 'os:admin' | 'os:operator' | 'os:reader' | 'os:etcd:backup' | 'os:image:verifier' | 'os:meta:writer' | 'os:impersonator';

const admin: readonly Role[] = ['os:admin'];
const operators: readonly Role[] = ['os:admin', 'os:operator'];
const readers: readonly Role[] = ['os:admin', 'os:operator', 'os:reader'];
const etcdReaders: readonly Role[] = [...readers, 'os:etcd:backup'];
const etcdBackup: readonly Role[] = [...operators, 'os:etcd:backup'];
const metaWriters: readonly Role[] = ['os:admin', 'os:meta:writer'];

const machine = (roles: readonly Role[], ...methods: readonly string[]) =>
	methods.map((method) => [`/machine.MachineService/${method}`, roles] as const);
const service = (name: string, roles: readonly Role[], ...methods: readonly string[]) =>
	methods.map((method) => [`/${name}/${method}`, roles] as const);

const rules: ReadonlyMap<string, readonly Role[]> = new Map([
	...machine(readers, 'Containers', 'CPUInfo', 'CPUFreqStats', 'DiskStats', 'NetworkDeviceStats', 'SystemStat', 'LoadAvg', 'Memory'),
	...machine(readers, 'DiskUsage', 'Dmesg', 'Events', 'Hostname', 'List', 'Logs', 'LogsContainers', 'Mounts', 'Netstat', 'Processes'),
	...machine(readers, 'ServiceList', 'Stats', 'Version', 'ImageList'),
	...machine(etcdReaders, 'EtcdMemberList', 'EtcdStatus', 'EtcdAlarmList'),
	...machine(etcdBackup, 'EtcdSnapshot'),
	...machine(operators, 'EtcdAlarmDisarm', 'EtcdDefragment', 'ImagePull', 'PacketCapture', 'Reboot', 'Restart', 'Shutdown'),
	...machine(operators, 'ServiceStart', 'ServiceStop', 'ServiceRestart'),
	...machine(metaWriters, 'MetaWrite', 'MetaDelete'),
	...machine(
		admin,
		'ApplyConfiguration',
		'Bootstrap',
		'Copy',
		'EtcdRecover',
		'EtcdRemoveMemberByID',
		'EtcdLeaveCluster',
		'EtcdForfeitLeadership',
	),
	...machine(admin, 'EtcdDowngradeValidate', 'EtcdDowngradeEnable', 'EtcdDowngradeCancel', 'GenerateClientConfiguration', 'Kubeconfig'),
	...machine(admin, 'Read', 'Reset', 'Rollback', 'Upgrade'),
	...service('cluster.ClusterService', readers, 'HealthCheck'),
	...service('storage.StorageService', readers, 'Disks'),
	...service('storage.StorageService', admin, 'BlockDeviceWipe'),
	...service('time.TimeService', readers, 'Time', 'TimeCheck'),
	...service('inspect.InspectService', readers, 'ControllerRuntimeDependencies'),
	...service('ichor.v1.HistoryService', readers, 'Journal'),
	...service('cosi.resource.State', readers, 'Get', 'List', 'Watch'),
	...service('cosi.resource.State', admin, 'Create', 'Update', 'Destroy', 'Teardown', 'TeardownAndDestroy'),
	...service('machine.LifecycleService', admin, 'Install', 'Upgrade'),
	...service('machine.DebugService', admin, 'ContainerRun'),
	...service('machine.ImageService', readers, 'List'),
	...service('machine.ImageService', operators, 'Pull'),
	...service('machine.ImageService', admin, 'Import', 'Remove'),
	...service('machine.ImageService', [...readers, 'os:image:verifier'], 'Verify'),
]);

/** In maintenance, where everybody reads, these are open as well: the way out of it. */
const openInMaintenance = new Set(['/machine.MachineService/ApplyConfiguration', '/storage.StorageService/BlockDeviceWipe']);

/** Whether one of the caller's roles may call a method, by its path `/package.Service/Method`. */
export function mayCall(path: string, roles: readonly string[], maintenance: boolean): boolean {
	if (maintenance && openInMaintenance.has(path) && roles.includes('os:reader')) return true;
	return (rules.get(path) ?? admin).some((role) => roles.includes(role));
}

/** Every method that has a rule. */
export function methodsWithRules(): readonly string[] {
	return [...rules.keys()];
}
