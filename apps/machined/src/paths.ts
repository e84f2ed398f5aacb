/** Where things are on a node. What is below /system and /run is in memory, /system/state and /var outlive a reboot. */
export const paths = {
	/** The one socket of the machine's API. apid talks to it, with the roles of whoever called. */
	machineSocket: '/system/run/machined/machine.sock',
	/** What apid and trustd may know of the machine: a state each, with their own resources and nothing else. */
	apidState: '/system/run/apid/runtime.sock',
	trustdState: '/system/run/trustd/runtime.sock',
	/** Who runs what: a file with a process id for each service that is a process. */
	processes: '/system/run/processes',
	/** The output of services. */
	logs: '/system/run/log',
	systemContainerd: '/system/run/containerd/containerd.sock',
	cri: '/run/containerd/containerd.sock',
	/** Root folders of the containers that share the node's own programs. */
	roots: '/system/libexec',
	/** What is seen in /etc, and where it can be written. */
	etc: '/etc',
	systemEtc: '/system/etc',
	/** The resolv.conf of pods. */
	podResolvConf: '/system/resolved/resolv.conf',
	state: '/system/state',
	configuration: '/system/state/config.yaml',
	identity: '/system/state/node-identity.yaml',
	encryptionSalt: '/system/state/encryption-salt.yaml',
	etcdData: '/var/lib/etcd',
	etcdSnapshot: '/var/lib/etcd.snapshot',
	etcdPki: '/system/secrets/etcd',
	/** What the pods of the control plane read, a folder for each: secrets and configurations. */
	kubernetesSecrets: '/system/secrets/kubernetes',
	kubernetesConfigs: '/system/config/kubernetes',
	/** The journal of resources. */
	history: '/var/lib/ichor/history',
	auditLogs: '/var/log/audit/kube',
	/** A hash of what the kubelet that runs was started with. */
	kubeletApplied: '/system/run/kubelet-applied',
	/** There once the API server of this machine has been ready since the boot. */
	apiServerServed: '/system/run/api-server-served',
	/** The port where the kubelet is told its static pods. */
	staticPodPort: '/system/run/static-pod-port',
	/** The kubelet's own files. */
	kubernetes: '/etc/kubernetes',
	kubeletKubeconfig: '/etc/kubernetes/kubeconfig-kubelet',
	kubeletBootstrapKubeconfig: '/etc/kubernetes/bootstrap-kubeconfig',
	kubeletCredentialProviders: '/usr/local/lib/kubelet/credentialproviders',
	kubeletCredentialProviderConfig: '/etc/kubernetes/kubelet-credentialproviderconfig.yaml',
	kubeletPki: '/var/lib/kubelet/pki',
	seccompProfiles: '/var/lib/kubelet/seccomp/profiles',
	userVolumes: '/var/mnt',
	/** containerd's hosts.toml files, a folder for each registry. */
	registryHosts: '/system/run/registry-hosts',
	/** Network plugins of pods: those that a user's own network brings, then the node's. */
	networkPlugins: ['/opt/cni/bin', '/usr/lib/cni'],
	networkConfiguration: '/etc/cni/net.d',
} as const;
