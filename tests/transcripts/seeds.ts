import type { Step, Transcript } from './transcript.ts';

/*
 * The commands that need no node, from the documents that this project began with (000 has none). Snippets of
 * configuration are theirs too; where a document shows only the snippet, the command that applies it is the one of 002.
 */

const created = ['_out/controlplane.yaml', '_out/worker.yaml', '_out/talosconfig'];

/** 002 does it this way; the newest contract needs to be asked for, because ours is that of v1.13. */
function generate(flags = ''): Step {
	return {
		run: `talosctl gen config homelab https://192.168.1.11:6443 --output-dir _out${flags}`,
		talosctl: {
			code: 0,
			stderr: ['generating PKI and tokens', 'Created _out/controlplane.yaml', 'Created _out/talosconfig'],
			files: created,
		},
	};
}

export const seeds: readonly Transcript[] = [
	{
		title: '001, prerequisites: the version',
		talosctl: 'v1.13',
		steps: [
			{
				run: 'talosctl version --short',
				talosctl: { code: 1, stdout: /^Client:\nTalos v1\.13\.\S+\nServer:\n$/, stderr: ['failed to determine endpoints'] },
			},
			{ run: 'talosctl version --short --client', talosctl: { code: 0, stdout: /^Client:\nTalos v1\.13\.\S+\n$/ } },
		],
	},
	{
		title: '002, generate and patch',
		talosctl: 'v1.13',
		files: {
			'cp-01.patch.yaml': `machine:
  install:
    disk: /dev/nvme0n1
    image: factory.talos.systems/installer/abc123:v1.12.7
    wipe: false
  network:
    hostname: cp-01
    interfaces:
      - interface: enp1s0
        dhcp: false
        addresses:
          - 192.168.1.11/24
        routes:
          - network: 0.0.0.0/0
            gateway: 192.168.1.1
        vip:
          ip: 192.168.1.10
    nameservers:
      - 192.168.1.1
      - 1.1.1.1
  time:
    servers:
      - pool.ntp.org
cluster:
  allowSchedulingOnControlPlanes: true
`,
			'worker-01.patch.yaml': `machine:
  install:
    disk: /dev/nvme0n1
    image: factory.talos.systems/installer/abc123:v1.12.7
  network:
    hostname: worker-01
    interfaces:
      - interface: enp1s0
        dhcp: false
        addresses:
          - 192.168.1.21/24
        routes:
          - network: 0.0.0.0/0
            gateway: 192.168.1.1
    nameservers:
      - 192.168.1.1
`,
		},
		steps: [
			generate(),
			{
				run: 'talosctl gen config homelab https://192.168.1.11:6443 --output-dir _out',
				talosctl: { code: 1, stderr: ['file "_out/controlplane.yaml" already exists, use --force to overwrite'] },
			},
			{
				run: `talosctl machineconfig patch _out/controlplane.yaml \\
  --patch @cp-01.patch.yaml \\
  --output cp-01.yaml`,
				talosctl: { code: 0, files: ['cp-01.yaml'] },
				ichor: {
					code: 0,
					files: ['cp-01.yaml'],
					stderr: ['WARNING: `validate` will refuse', 'static hostname is already set in v1alpha1 config', 'hostname: cp-01'],
				},
				mends: 'cp-01.yaml',
			},
			{
				run: 'talosctl validate --config cp-01.yaml --mode metal',
				talosctl: { code: 1, stderr: ['* static hostname is already set in v1alpha1 config'] },
			},
			{
				run: 'talosctl machineconfig patch _out/worker.yaml --patch @worker-01.patch.yaml --output worker-01.yaml',
				talosctl: { code: 0, files: ['worker-01.yaml'] },
				mends: 'worker-01.yaml',
			},
			{
				run: 'export TALOSCONFIG=_out/talosconfig\ntalosctl config info',
				talosctl: {
					code: 0,
					stdout:
						/^Current context: {5}homelab\nNodes: {15}not defined\nEndpoints: {11}not defined\nRoles: {15}os:admin\nCertificate expires: 1 year from now \(\d{4}-\d\d-\d\d\)\n$/,
				},
			},
			{
				run: 'export TALOSCONFIG=_out/talosconfig\ntalosctl config endpoint',
				talosctl: { code: 1, stderr: ['requires at least 1 arg(s), only received 0'] },
			},
			{ run: 'export TALOSCONFIG=_out/talosconfig\ntalosctl config endpoint 192.168.1.11', talosctl: { code: 0 } },
			{ run: 'export TALOSCONFIG=_out/talosconfig\ntalosctl config node', talosctl: { code: 0 } },
			{
				run: 'export TALOSCONFIG=_out/talosconfig\ntalosctl config contexts',
				talosctl: { code: 0, stdout: 'CURRENT   NAME      ENDPOINTS      NODES\n*         homelab   192.168.1.11   \n' },
			},
		],
	},
	{
		title: '001, configuration as code: a host name and a token that nothing replaced',
		talosctl: 'v1.13',
		files: {
			'talos-cp-01.yaml': `machine:
  type: controlplane        # This node will run the control plane
  token: \${MACHINE_TOKEN}   # Used during secure discovery/TLS bootstrap to mint node certs
  network:
    hostname: talos-cp-01   # Human-readable name for this node
    interfaces:
      - interface: eth0     # Network interface name (usually eth0 or ens0)
        dhcp: false         # We'll use static IPs for predictability
        addresses:
          - 192.168.0.11/24 # Static IP in CIDR notation
                            # /24 means subnet mask 255.255.255.0
`,
		},
		steps: [
			generate(),
			{
				run: 'talosctl machineconfig patch _out/controlplane.yaml --patch @talos-cp-01.yaml --output talos-cp-01.out.yaml',
				talosctl: { code: 0, files: ['talos-cp-01.out.yaml'] },
				ichor: {
					code: 0,
					files: ['talos-cp-01.out.yaml'],
					stderr: ['WARNING: talos-cp-01.yaml:3:3: machine.token: nothing replaces ${MACHINE_TOKEN}', 'hostname: talos-cp-01'],
				},
				mends: 'talos-cp-01.out.yaml',
			},
			{
				run: 'talosctl validate --config talos-cp-01.out.yaml --mode metal',
				talosctl: { code: 1, stderr: ['* static hostname is already set in v1alpha1 config'] },
				ichor: { code: 1, stderr: ['${MACHINE_TOKEN}', '* static hostname is already set in v1alpha1 config'] },
			},
		],
	},
	snippet('v1.13', '001, the virtual address', {
		patch: `machine:
  network:
    interfaces:
      - interface: eth0
        dhcp: false
        addresses:
          - 192.168.0.11/24  # Node's primary IP
        vip:
          ip: 192.168.0.200  # Shared VIP for API endpoint
`,
	}),
	snippet('v1.13', '001, time servers', {
		patch: `machine:
  time:
    servers:
      - time.cloudflare.com  # Primary time server
      - pool.ntp.org        # Fallback pool
`,
	}),
	snippet('v1.13', '003, disk encryption', {
		patch: `apiVersion: v1alpha1
kind: VolumeConfig
name: STATE
encryption:
  provider: luks2
  keys:
    - nodeID: {}
      slot: 0
---
apiVersion: v1alpha1
kind: VolumeConfig
name: EPHEMERAL
encryption:
  provider: luks2
  keys:
    - nodeID: {}
      slot: 0
`,
	}),
	snippet('v1.14', '001, KubePrism', {
		patch: `machine:
  features:
    kubePrism:
      enabled: true  # Enable KubePrism
      port: 7445    # Local proxy port
`,
		refused: "KubePrism config in v1alpha1 config (.machine.features.kubePrism) can't be used with KubePrismConfig document",
	}),
	snippet('v1.14', '001, several DNS servers', {
		patch: `machine:
  network:
    nameservers:
      - 192.168.0.2   # Primary DNS (Pi-hole, AdGuard, etc.)
      - 192.168.0.3   # Secondary DNS (backup)
      - 1.1.1.1       # Cloudflare public DNS (internet fallback)
      # Kubernetes tries each in order until one responds
`,
		refused: '.machine.network.nameservers is already set in v1alpha1 config',
	}),
	snippet('v1.14', '003, no CNI and no kube-proxy', {
		patch: `cluster:
  network:
    cni:
      name: none    # Talos bootstraps without CNI; Cilium installed via Helm post-bootstrap
  proxy:
    disabled: true  # Cilium replaces kube-proxy entirely
`,
		refused: "cluster proxy config in v1alpha1 config (.machine.cluster.proxy) can't be used with KubeProxyConfig document",
	}),
	snippet('v1.14', '003, the installer image', {
		patch: `machine:
  install:
    image: factory.talos.dev/installer/your-schematic-hash....:v1.12.5
`,
		refused: 'UnattendedInstallConfig config is incompatible with v1alpha1 config (.machine.install)',
	}),
	snippet('v1.14', '004, a single node', {
		patch: `cluster:
  allowSchedulingOnControlPlanes: true
`,
		refused: '.cluster.allowSchedulingOnControlPlanes is already set in v1alpha1 config',
	}),
	snippet('v1.13', '004, a label that goes', { patch: labelPatch() }),
	{
		title: '004, a label that goes, under the contract that has it elsewhere',
		talosctl: 'v1.14',
		files: { 'patch.yaml': labelPatch() },
		steps: [
			generate(' --talos-version v1.14'),
			{
				run: 'talosctl machineconfig patch _out/controlplane.yaml --patch @patch.yaml --output patched.yaml',
				talosctl: {
					code: 1,
					stderr: [
						"path 'machine.nodeLabels.node.kubernetes.io/exclude-from-external-load-balancers' in document '/v1alpha1'",
						'lookup failed',
					],
				},
				mends: '_out/controlplane.yaml',
			},
		],
	},
];

function labelPatch(): string {
	return `machine:
    nodeLabels:
        node.kubernetes.io/exclude-from-external-load-balancers:
            $patch: delete # allow loadbalancer l2 advertisement on the control plane
`;
}

/** A snippet as a patch of a control plane: accepted, or refused by `validate` because the field has moved to a document. */
function snippet(
	talosctl: Transcript['talosctl'],
	title: string,
	{ patch, refused }: { readonly patch: string; readonly refused?: string },
): Transcript {
	const patched: Step = {
		run: 'talosctl machineconfig patch _out/controlplane.yaml --patch @patch.yaml --output patched.yaml',
		talosctl: { code: 0, files: ['patched.yaml'] },
	};
	const run = 'talosctl validate --config patched.yaml --mode metal';
	const steps: readonly Step[] =
		refused === undefined
			? [patched, { run, talosctl: { code: 0, stdout: 'patched.yaml is valid for metal mode\n' } }]
			: [
					{ ...patched, ichor: { ...patched.talosctl, stderr: [refused] }, mends: 'patched.yaml' },
					{ run, talosctl: { code: 1, stderr: [refused] } },
				];
	return {
		title: `${title} (${talosctl})`,
		talosctl,
		files: { 'patch.yaml': patch },
		steps: [generate(talosctl === 'v1.14' ? ' --talos-version v1.14' : ''), ...steps],
	};
}
