/**
 * The structures of the OCI runtime specification 1.3.0 that its JSON is read into: field and type, `[]` for a list, `{}`
 * for a map. A type that stands for no structure and is no basic one is a text. What stands before a dot is an embedded
 * structure, which JSON does not show but messages do.
 */
export const runtimeSpecStructs: Readonly<Record<string, string>> = {
	Spec: `
		ociVersion:string process:Process root:Root hostname:string domainname:string mounts:[]Mount hooks:Hooks annotations:{}string
		linux:Linux solaris:Solaris windows:Windows vm:VM zos:ZOS freebsd:FreeBSD
	`,
	Scheduler: `
		policy:LinuxSchedulerPolicy nice:int32 priority:int32 flags:[]LinuxSchedulerFlag runtime:uint64 deadline:uint64 period:uint64
	`,
	Process: `
		terminal:bool consoleSize:Box user:User args:[]string commandLine:string env:[]string cwd:string capabilities:LinuxCapabilities
		rlimits:[]POSIXRlimit noNewPrivileges:bool apparmorProfile:string oomScoreAdj:int scheduler:Scheduler selinuxLabel:string
		ioPriority:LinuxIOPriority execCPUAffinity:CPUAffinity
	`,
	LinuxCapabilities: 'bounding:[]string effective:[]string inheritable:[]string permitted:[]string ambient:[]string',
	LinuxIOPriority: 'class:IOPriorityClass priority:int',
	CPUAffinity: 'initial:string final:string',
	Box: 'height:uint width:uint',
	User: 'uid:uint32 gid:uint32 umask:uint32 additionalGids:[]uint32 username:string',
	Root: 'path:string readonly:bool',
	Mount: 'destination:string type:string source:string options:[]string uidMappings:[]LinuxIDMapping gidMappings:[]LinuxIDMapping',
	Hook: 'path:string args:[]string env:[]string timeout:int',
	Hooks: 'prestart:[]Hook createRuntime:[]Hook createContainer:[]Hook startContainer:[]Hook poststart:[]Hook poststop:[]Hook',
	Linux: `
		uidMappings:[]LinuxIDMapping gidMappings:[]LinuxIDMapping sysctl:{}string resources:LinuxResources cgroupsPath:string
		namespaces:[]LinuxNamespace devices:[]LinuxDevice netDevices:{}LinuxNetDevice seccomp:LinuxSeccomp rootfsPropagation:string
		maskedPaths:[]string readonlyPaths:[]string mountLabel:string intelRdt:LinuxIntelRdt memoryPolicy:LinuxMemoryPolicy
		personality:LinuxPersonality timeOffsets:{}LinuxTimeOffset
	`,
	LinuxNamespace: 'type:LinuxNamespaceType path:string',
	LinuxIDMapping: 'containerID:uint32 hostID:uint32 size:uint32',
	LinuxTimeOffset: 'secs:int64 nanosecs:uint32',
	POSIXRlimit: 'type:string hard:uint64 soft:uint64',
	LinuxHugepageLimit: 'pageSize:string limit:uint64',
	LinuxInterfacePriority: 'name:string priority:uint32',
	LinuxWeightDevice: 'LinuxBlockIODevice.major:int64 LinuxBlockIODevice.minor:int64 weight:uint16 leafWeight:uint16',
	LinuxThrottleDevice: 'LinuxBlockIODevice.major:int64 LinuxBlockIODevice.minor:int64 rate:uint64',
	LinuxBlockIO: `
		weight:uint16 leafWeight:uint16 weightDevice:[]LinuxWeightDevice throttleReadBpsDevice:[]LinuxThrottleDevice
		throttleWriteBpsDevice:[]LinuxThrottleDevice throttleReadIOPSDevice:[]LinuxThrottleDevice
		throttleWriteIOPSDevice:[]LinuxThrottleDevice
	`,
	LinuxMemory: `
		limit:int64 reservation:int64 swap:int64 kernel:int64 kernelTCP:int64 swappiness:uint64 disableOOMKiller:bool useHierarchy:bool
		checkBeforeUpdate:bool
	`,
	LinuxCPU: `
		shares:uint64 quota:int64 burst:uint64 period:uint64 realtimeRuntime:int64 realtimePeriod:uint64 cpus:string mems:string
		idle:int64
	`,
	LinuxPids: 'limit:int64',
	LinuxNetwork: 'classID:uint32 priorities:[]LinuxInterfacePriority',
	LinuxRdma: 'hcaHandles:uint32 hcaObjects:uint32',
	LinuxResources: `
		devices:[]LinuxDeviceCgroup memory:LinuxMemory cpu:LinuxCPU pids:LinuxPids blockIO:LinuxBlockIO
		hugepageLimits:[]LinuxHugepageLimit network:LinuxNetwork rdma:{}LinuxRdma unified:{}string
	`,
	LinuxDevice: 'path:string type:string major:int64 minor:int64 fileMode:os.FileMode uid:uint32 gid:uint32',
	LinuxNetDevice: 'name:string',
	LinuxDeviceCgroup: 'allow:bool type:string major:int64 minor:int64 access:string',
	LinuxPersonality: 'domain:LinuxPersonalityDomain flags:[]LinuxPersonalityFlag',
	Solaris: `
		milestone:string limitpriv:string maxShmMemory:string anet:[]SolarisAnet cappedCPU:SolarisCappedCPU
		cappedMemory:SolarisCappedMemory
	`,
	SolarisCappedCPU: 'ncpus:string',
	SolarisCappedMemory: 'physical:string swap:string',
	SolarisAnet: `
		linkname:string lowerLink:string allowedAddress:string configureAllowedAddress:string defrouter:string linkProtection:string
		macAddress:string
	`,
	Windows: `
		layerFolders:[]string devices:[]WindowsDevice resources:WindowsResources credentialSpec:any servicing:bool
		ignoreFlushesDuringBoot:bool hyperv:WindowsHyperV network:WindowsNetwork
	`,
	WindowsDevice: 'id:string idType:string',
	WindowsResources: 'memory:WindowsMemoryResources cpu:WindowsCPUResources storage:WindowsStorageResources',
	WindowsMemoryResources: 'limit:uint64',
	WindowsCPUResources: 'count:uint64 shares:uint16 maximum:uint16 affinity:[]WindowsCPUGroupAffinity',
	WindowsCPUGroupAffinity: 'mask:uint64 group:uint32',
	WindowsStorageResources: 'iops:uint64 bps:uint64 sandboxSize:uint64',
	WindowsNetwork: `
		endpointList:[]string allowUnqualifiedDNSQuery:bool DNSSearchList:[]string networkSharedContainerName:string
		networkNamespace:string
	`,
	WindowsHyperV: 'utilityVMPath:string',
	IOMems: 'firstGFN:uint64 firstMFN:uint64 nrMFNs:uint64',
	HWConfig: 'deviceTree:string vcpus:uint32 memory:uint64 dtdevs:[]string iomems:[]IOMems irqs:[]uint32',
	VM: 'hypervisor:VMHypervisor kernel:VMKernel image:VMImage hwconfig:HWConfig',
	VMHypervisor: 'path:string parameters:[]string',
	VMKernel: 'path:string parameters:[]string initrd:string',
	VMImage: 'path:string format:string',
	LinuxSeccomp: `
		defaultAction:LinuxSeccompAction defaultErrnoRet:uint architectures:[]Arch flags:[]LinuxSeccompFlag listenerPath:string
		listenerMetadata:string syscalls:[]LinuxSyscall
	`,
	LinuxSeccompArg: 'index:uint value:uint64 valueTwo:uint64 op:LinuxSeccompOperator',
	LinuxSyscall: 'names:[]string action:LinuxSeccompAction errnoRet:uint args:[]LinuxSeccompArg',
	LinuxIntelRdt: 'closID:string schemata:[]string l3CacheSchema:string memBwSchema:string enableMonitoring:bool',
	LinuxMemoryPolicy: 'mode:MemoryPolicyModeType nodes:string flags:[]MemoryPolicyFlagType',
	ZOS: 'namespaces:[]ZOSNamespace',
	ZOSNamespace: 'type:ZOSNamespaceType path:string',
	FreeBSD: 'devices:[]FreeBSDDevice jail:FreeBSDJail',
	FreeBSDDevice: 'path:string mode:os.FileMode',
	FreeBSDJail: `
		parent:string host:FreeBSDSharing ip4:FreeBSDSharing ip4Addr:[]string ip6:FreeBSDSharing ip6Addr:[]string vnet:FreeBSDSharing
		interface:string vnetInterfaces:[]string sysvmsg:FreeBSDSharing sysvsem:FreeBSDSharing sysvshm:FreeBSDSharing enforceStatfs:int
		allow:FreeBSDJailAllow
	`,
	FreeBSDJailAllow: `
		setHostname:bool rawSockets:bool chflags:bool mount:[]string quotas:bool socketAf:bool mlock:bool reservedPorts:bool suser:bool
	`,
};
