import type { Random } from './random.ts';

/** Configurations as people write them: what the others are made of. */
export const examples: readonly string[] = [
	`version: v1alpha1
debug: false
persist: true
machine:
    type: controlplane
    token: 9dt4ds.gsshhvwn5k5fqgmp
    ca:
        crt: QUJD
        key: QUJD
    certSANs: [10.5.0.2, api.example.org]
    kubelet:
        image: ghcr.io/siderolabs/kubelet:v1.35.4
        extraArgs:
            rotate-server-certificates: "true"
            v: [1, 2]
        extraMounts:
            - destination: /var/lib/example
              type: bind
              source: /var/lib/example
              options: [bind, rshared, rw]
        nodeIP:
            validSubnets: [10.5.0.0/24, "!10.5.0.9/32"]
        extraConfig:
            serverTLSBootstrap: true
            evictionHard: {memory.available: 100Mi}
    network:
        hostname: node-1
        nameservers: [10.5.0.1, 1.1.1.1]
        interfaces:
            - interface: eth0
              addresses: [10.5.0.2/24]
              routes:
                  - network: 0.0.0.0/0
                    gateway: 10.5.0.1
                    metric: 1024
              mtu: 1500
              vlans:
                  - vlanId: 100
                    addresses: [10.6.0.2/24]
              vip:
                  ip: 10.5.0.10
            - deviceSelector:
                  hardwareAddr: "02:00:5e:10:00:*"
                  physical: true
              dhcp: true
              dhcpOptions: {routeMetric: 512, ipv6: false}
        extraHostEntries:
            - ip: 10.5.0.1
              aliases: [gateway, gateway.example.org]
    install:
        disk: /dev/sda
        image: ghcr.io/siderolabs/installer:v1.13.9
        wipe: false
        extraKernelArgs: [console=ttyS0, -talos.platform]
        diskSelector:
            size: '>= 100GB'
            type: nvme
    files:
        - content: |
              [plugins]
                x = 1
          permissions: 0o644
          path: /etc/cri/conf.d/20-customization.part
          op: create
    sysctls:
        net.ipv4.ip_forward: "1"
        kernel.panic: 10
    time:
        servers: [time.example.org]
        bootTimeout: 2m0s
    registries:
        mirrors:
            docker.io:
                endpoints: [https://mirror.example.org/v2/docker.io]
                overridePath: true
        config:
            mirror.example.org:
                tls: {insecureSkipVerify: true}
                auth: {username: u, password: p}
    features:
        rbac: true
        hostDNS: {enabled: true, forwardKubeDNSToHost: true}
        kubernetesTalosAPIAccess:
            enabled: true
            allowedRoles: [os:reader]
            allowedKubernetesNamespaces: [kube-system]
    nodeLabels:
        rack: "7"
    nodeTaints:
        example.org/a: value:NoSchedule
    kernel:
        modules:
            - name: br_netfilter
              parameters: [nf_conntrack_max=131072]
cluster:
    id: s8XkQ0bGX0hGmqSxfZrXnmXyFKcjY0Yr1Tq6pI7mWl8=
    secret: s8XkQ0bGX0hGmqSxfZrXnmXyFKcjY0Yr1Tq6pI7mWl8=
    controlPlane:
        endpoint: https://10.5.0.10:6443
        localAPIServerPort: 6443
    clusterName: homelab
    network:
        dnsDomain: cluster.local
        podSubnets: [10.244.0.0/16]
        serviceSubnets: [10.96.0.0/12]
        cni:
            name: custom
            urls: [https://example.org/cni.yaml]
    token: abcdef.0123456789abcdef
    apiServer:
        extraArgs: {feature-gates: A=true}
        certSANs: [10.5.0.10]
        admissionControl:
            - name: PodSecurity
              configuration:
                  apiVersion: pod-security.admission.config.k8s.io/v1alpha1
                  defaults: {enforce: baseline}
                  exemptions: {namespaces: [kube-system], usernames: []}
                  kind: PodSecurityConfiguration
        auditPolicy:
            apiVersion: audit.k8s.io/v1
            kind: Policy
            rules: [{level: Metadata}]
    proxy: {disabled: true}
    discovery:
        enabled: true
        registries: {kubernetes: {disabled: true}, service: {endpoint: https://discovery.example.org/}}
    etcd:
        advertisedSubnets: [10.5.0.0/24]
    inlineManifests:
        - name: namespace
          contents: |-
              apiVersion: v1
              kind: Namespace
              metadata:
                name: ci
    allowSchedulingOnControlPlanes: true
`,
	`version: v1alpha1
machine:
    type: worker
    token: a.b
    ca: {crt: QUJD, key: ""}
    install: {disk: /dev/vda}
    kubelet: {}
    network: {}
cluster:
    controlPlane: {endpoint: "https://[fd00::1]:6443"}
    token: c.d
    ca: {crt: QUJD, key: ""}
---
apiVersion: v1alpha1
kind: HostnameConfig
auto: stable
---
apiVersion: v1alpha1
kind: VolumeConfig
name: EPHEMERAL
provisioning:
    diskSelector: {match: 'disk.transport == "nvme" && !system_disk'}
    minSize: 10GiB
    maxSize: 80%
    grow: false
encryption:
    provider: luks2
    keys:
        - slot: 0
          static: {passphrase: secret}
        - slot: 1
          nodeID: {}
---
apiVersion: v1alpha1
kind: SideroLinkConfig
apiUrl: https://siderolink.example.org/?jointoken=secret
---
apiVersion: v1alpha1
kind: EventSinkConfig
endpoint: "[fdae:41e4:649b:9303::1]:8090"
---
apiVersion: v1alpha1
kind: KmsgLogConfig
name: remote
url: tcp://10.5.0.1:3478/
`,
	`apiVersion: v1alpha1
kind: LinkConfig
name: enp0s2
up: true
mtu: 9000
addresses:
    - address: 10.0.0.2/24
      routePriority: 512
    - address: fd00::2/64
routes:
    - destination: 10.1.0.0/16
      gateway: 10.0.0.1
    - gateway: fd00::1
---
apiVersion: v1alpha1
kind: BondConfig
name: bond0
links: [enp0s3, enp0s4]
bondMode: 802.3ad
miimon: 100
xmitHashPolicy: layer3+4
lacpRate: slow
addresses: [{address: 10.2.0.2/24}]
---
apiVersion: v1alpha1
kind: VLANConfig
name: bond0.7
vlanID: 7
parent: bond0
vlanMode: 802.1q
---
apiVersion: v1alpha1
kind: NetworkRuleConfig
name: kubelet
portSelector:
    ports: [10250, 30000-32767]
    protocol: tcp
ingress:
    - subnet: 10.0.0.0/24
      except: 10.0.0.7/32
---
apiVersion: v1alpha1
kind: NetworkDefaultActionConfig
ingress: block
---
apiVersion: v1alpha1
kind: ResolverConfig
nameservers:
    - address: 10.0.0.1
searchDomains: {domains: [example.org], disableDefault: true}
---
apiVersion: v1alpha1
kind: TimeSyncConfig
enabled: true
ntp: {servers: [time.example.org]}
bootTimeout: 90s
---
apiVersion: v1alpha1
kind: ExtensionServiceConfig
name: nut-client
configFiles:
    - content: MONITOR ups@10.0.0.1 1 remote pass slave
      mountPath: /usr/local/etc/nut/upsmon.conf
environment: [UPS=1]
---
apiVersion: v1alpha1
kind: WatchdogTimerConfig
device: /dev/watchdog0
timeout: 5m
---
apiVersion: v1alpha1
kind: UserVolumeConfig
name: data
provisioning:
    diskSelector: {match: disk.size > 100u * GB}
    minSize: 100GB
filesystem: {type: xfs}
---
apiVersion: v1alpha1
kind: RawVolumeConfig
name: raw
provisioning: {diskSelector: {match: "true"}, maxSize: 2.5TiB}
---
apiVersion: v1alpha1
kind: SwapVolumeConfig
name: swap
provisioning: {diskSelector: {match: "!system_disk"}, minSize: 1GiB}
---
apiVersion: v1alpha1
kind: TrustedRootsConfig
name: root
certificates: |
    -----BEGIN CERTIFICATE-----
    MIIB
    -----END CERTIFICATE-----
---
apiVersion: v1alpha1
kind: PCIDriverRebindConfig
name: 0000:04:00.0
targetDriver: vfio-pci
---
apiVersion: v1alpha1
kind: EnvironmentConfig
variables: {GRPC_TRACE: all, A: "1"}
---
apiVersion: v1alpha1
kind: OOMConfig
triggerExpression: 'multiply_qos_vectors(d_qos_memory_full_total, {System: 8.0, Podruntime: 4.0}) > 3000.0'
sampleInterval: 500ms
`,
	`version: v1alpha1
machine: {}
cluster: null
`,
];

/** Patches as people write them, right ones and wrong ones. */
export const patches: readonly string[] = [
	'machine:\n  network:\n    hostname: other\n    nameservers: [9.9.9.9]\n',
	'machine: {install: {disk: /dev/nvme0n1, diskSelector: {$patch: delete}}}',
	'machine:\n  network:\n    interfaces:\n      - interface: eth0\n        addresses: [10.5.0.77/24]\n        routes: []\n      - interface: eth7\n        dhcp: yes\n',
	'machine:\n  network:\n    interfaces:\n      - interface: eth0\n        $patch: delete\n',
	'machine:\n  network:\n    interfaces:\n      - interface: eth0\n        vlans:\n          - vlanId: 100\n            $patch: delete\n          - vlanId: 0x65\n            mtu: 1_400\n',
	'machine:\n  network:\n    $patch: delete\n',
	'machine:\n  kubelet:\n    extraArgs:\n      v: 7\n      rotate-server-certificates:\n        $patch: delete\n',
	'machine:\n  nodeLabels:\n    rack: {$patch: delete}\n    new: 1\n',
	'machine:\n  sysctls: {}\n  files: []\n  certSANs: [x]\n',
	'machine:\n  certSANs:\n    $patch: delete\n',
	'cluster:\n  network:\n    podSubnets: [10.9.0.0/16]\n    serviceSubnets: []\n',
	'cluster:\n  apiServer:\n    admissionControl:\n      - name: PodSecurity\n        configuration: {defaults: {enforce: privileged}, exemptions: {namespaces: [a]}}\n      - name: PodSecurity\n        $patch: delete\n',
	'cluster:\n  apiServer:\n    auditPolicy:\n      rules: [{level: None}]\n      omitStages: [RequestReceived]\n',
	'cluster:\n  inlineManifests:\n    - name: namespace\n      $patch: delete\n    - name: two\n      contents: x\n',
	'apiVersion: v1alpha1\nkind: VolumeConfig\nname: EPHEMERAL\nprovisioning: {maxSize: 100GiB}\n',
	'apiVersion: v1alpha1\nkind: VolumeConfig\nname: EPHEMERAL\n$patch: delete\n',
	'apiVersion: v1alpha1\nkind: VolumeConfig\n$patch: delete\n',
	'apiVersion: v1alpha1\nkind: HostnameConfig\n$patch: delete\n---\napiVersion: v1alpha1\nkind: HostnameConfig\nhostname: x\n',
	'apiVersion: v1alpha1\nkind: NoSuchConfig\nname: x\n',
	'apiVersion: v1alpha1\nkind: NoSuchConfig\nname: x\n$patch: delete\n',
	'apiVersion: v1alpha1\nkind: LinkConfig\nname: enp0s2\naddresses: [{address: 10.0.0.2/24, $patch: delete}]\nmtu: 0\n',
	'apiVersion: v1alpha1\nkind: NetworkRuleConfig\nname: kubelet\nportSelector: {ports: [80]}\ningress: [{subnet: 10.7.0.0/16}]\n',
	'apiVersion: v1\nkind: Namespace\nmetadata: {name: x}\n',
	'version: v1alpha1\n$patch: delete\n',
	'machine:\n  $patch: delete\n',
	'machine:\n  hostname: x\n',
	'machine: null\n',
	'cluster: ~\nmachine: {}\n',
	'machine:\n  network:\n    hostname: null\n',
	'',
	'# nothing\n',
	'---\n',
	'null',
	'{}',
	'[]',
	'[{}]',
	'[{op: add, path: /machine/env, value: {A: b}}]',
	'[{"op": "add", "path": "/machine/certSANs/-", "value": "x"}]',
	'[{"op": "add", "path": "/machine/certSANs/0", "value": 1.0}]',
	'[{"op": "remove", "path": "/machine/certSANs/1"}]',
	'[{"op": "remove", "path": "/machine/none"}]',
	'[{"op": "remove", "path": "/machine"}]',
	'[{"op": "replace", "path": "", "value": {"version": "v1alpha1"}}]',
	'[{"op": "replace", "path": "/machine/token", "value": "x"}]',
	'[{"op": "replace", "path": "/machine/none/deep", "value": "x"}]',
	'[{"op": "move", "from": "/machine/token", "path": "/machine/pods"}]',
	'[{"op": "copy", "from": "/machine/type", "path": "/cluster/id"}]',
	'[{"op": "test", "path": "/machine/type", "value": "worker"}]',
	'[{"op": "test", "path": "/machine/none", "value": null}]',
	'[{"op": "nonsense", "path": "/machine/type"}]',
	'[{"op": "add", "path": "machine/type", "value": 1}]',
	'- op: add\n  path: /machine/sysctls/net.core.somaxconn\n  value: 65535\n- op: replace\n  path: /machine/install/wipe\n  value: yes\n',
	'- op: add\n  path: /machine/kubelet/extraArgs/a~1b~0c\n  value: {n: 1e3, m: 0o17, t: 2020-01-01, big: 123456789012345678901234567890}\n',
	'{"op": "add", "path": "/x", "value": 1}',
	'{"machine": {"type": "worker"}}',
	'machine: [',
	'- a\n- b\n',
	'text',
];

/** What stands where a value is expected, in every spelling that YAML has for it. */
export const oddScalars: readonly string[] = [
	'',
	'~',
	'null',
	'Null',
	'NULL',
	'true',
	'True',
	'TRUE',
	'false',
	'yes',
	'Yes',
	'y',
	'Y',
	'n',
	'no',
	'NO',
	'on',
	'Off',
	'0',
	'-0',
	'+0',
	'1',
	'+1',
	'-1',
	'00',
	'007',
	'08',
	'0o17',
	'0O17',
	'0x1F',
	'0X1f',
	'-0x10',
	'0b11',
	'-0b11',
	'1_000',
	'0x_1',
	'1__0',
	'_1',
	'1_',
	'1.',
	'.5',
	'-.5',
	'1.0',
	'1.50',
	'1e3',
	'1E3',
	'1e+3',
	'1.e3',
	'1e-7',
	'12e03',
	'.inf',
	'-.INF',
	'+.Inf',
	'.nan',
	'.NaN',
	'1e400',
	'5e-324',
	'255',
	'256',
	'65536',
	'2147483648',
	'4294967296',
	'9007199254740993',
	'9223372036854775807',
	'9223372036854775808',
	'-9223372036854775808',
	'-9223372036854775809',
	'18446744073709551615',
	'18446744073709551616',
	'123456789012345678901234567890',
	'2020-01-01',
	'2020-01-01T00:00:00Z',
	'2001-12-14t21:59:43.10-05:00',
	'2001-12-14 21:59:43.10 -5',
	'2020-13-01',
	'2020-1-1',
	'12:30:45',
	'190:20:30',
	'1:2',
	'=',
	'<<',
	'"<<"',
	'"1"',
	"'0x10'",
	'"true"',
	"'~'",
	'""',
	"''",
	"'it''s'",
	'"\\u00e9\\x41\\U0001F600"',
	'"\\ud83d\\ude00"',
	'"\\q"',
	'"a\\\n  b"',
	'"tab\\there"',
	'"\\0"',
	'é',
	'😀',
	'\u2028',
	'\u00a0',
	'\ufeff',
	'\u0085',
	'"\u0007"',
	'@x',
	'`x`',
	'%x',
	'!x',
	'!!str 5',
	'!!str',
	'!!str null',
	'!!int "5"',
	'!!int 5.0',
	'!!float 5',
	'!!float x',
	'!!bool yes',
	'!!null x',
	'!!binary QUJD',
	'!!binary "/w=="',
	'!!binary x',
	'!!timestamp 2020-01-01',
	'!!map {}',
	'!!seq []',
	'!!set {a}',
	'!!omap [a: b]',
	'!local 5',
	'! 5',
	'!<tag:yaml.org,2002:str> 5',
	'&anchor x',
	'*anchor',
	'*missing',
	'&a [*a]',
	'[]',
	'[~]',
	'[a, b]',
	'[1, [2, [3]]]',
	'[a: b]',
	'[',
	']',
	'{}',
	'{a: b}',
	'{a: b, a: c}',
	'{<<: {a: b}}',
	'{? a : b}',
	'{a, b}',
	'{',
	'}',
	'{1: a, 2.5: b, true: c, null: d}',
	'{[a]: b}',
	'{$patch: delete}',
	'{__proto__: {polluted: true}}',
	'{constructor: {prototype: x}}',
	'- a',
	'? a',
	'a: b',
	'a #b',
	'a# b',
	'#c',
	"'",
	'"',
	'|',
	'>',
	'|-',
	'|9',
	'|+\n',
	'10.5.0.1',
	'10.5.0.1/33',
	'10.5.0.1/24',
	'10.5.0.01',
	'::1',
	'::FFFF:10.5.0.1',
	'fe80::1%eth0',
	'fd00::1/64',
	'1::2::3',
	'10.5.0.1:80',
	'[::1]:80',
	':80',
	'host:80',
	'10.5.0.1:65536',
	'https://10.5.0.1:6443',
	'HTTPS://A:1/../b?c#d',
	'https://a b',
	'https://%41%zz',
	'https://u:p@h',
	'://x',
	'https://',
	'//x',
	'tcp://[::1]:1',
	'unix:///x',
	'1h',
	'1h30m',
	'90',
	'1.5h',
	'-1s',
	'1d',
	'1µs',
	'1us',
	'.5s',
	'1h ',
	'9223372036854775808ns',
	'10GiB',
	'10 GB',
	'1.5e3',
	'50%',
	'-20%',
	'0%',
	'101%',
	'1,5GB',
	'10gib',
	'1 k',
	'1e3MB',
	'802.3ad',
	'balance-rr',
	'BALANCE-RR',
	'luks2',
	'xfs',
	'tcp',
	'TCP',
	'controlplane',
	'worker',
	'init',
	'join',
	'metal',
	'80-90',
	'90-80',
	'80,90',
	'0-65536',
	'aa:bb:cc:dd:ee:ff',
	'AA-BB',
	'aabb.ccdd.eeff',
	'disk.size >',
	'disk.size > 1',
	'disk.size > 1u * TB ? true : false',
	'has(disk.x)',
	'"disk.model.matches(\'[\')"',
	'true || 1u > 2u',
	'x',
	'${TOKEN}',
	'$HOME',
	'a'.repeat(130),
	'b '.repeat(70),
	'>= 5GB',
	'<=5',
	'== ~',
	'0644',
	'0o644',
	'420',
	'999',
];

/** Keys that are not there yet. */
const oddKeys: readonly string[] = [
	'__proto__',
	'constructor',
	'toString',
	'hasOwnProperty',
	'<<',
	'"<<"',
	'$patch',
	'kind',
	'name',
	'apiVersion',
	'version',
	'machine',
	'cluster',
	'Machine',
	'machine ',
	'1',
	'~',
	'true',
	'0x10',
	'1.5',
	'2020-01-01',
	'""',
	'? ',
	'[a]',
	'{a: b}',
	'!!str x',
	'&k x',
	'*k',
	'é',
	'a b',
	'"a\\nb"',
	"'q'",
	'-',
	'- x',
	'|',
	'#',
	'extraArgs',
	'hostname',
	'interfaces',
	'enabled',
	'endpoint',
	'image',
	'disabled',
	'crt',
	'key',
];

/** A text with one to four things done to it, each of which somebody's editor, template or script could have done. */
export function mutated(text: string, random: Random): string {
	let lines = text.split('\n');
	for (let count = random.pick([1, 1, 1, 2, 4]); count > 0; count -= 1) lines = random.pick(lineMutations)(lines, random);
	const whole = lines.join('\n');
	return random.once(8) ? random.pick(textMutations)(whole, random) : whole;
}

type LineMutation = (lines: readonly string[], random: Random) => string[];

const odd: LineMutation = (lines, random) => replaced(lines, random, (line) => withValue(line, random.pick(oddScalars)));

const lineMutations: readonly LineMutation[] = [
	odd,
	odd,
	odd,
	odd,
	odd,
	odd,
	(lines, random) =>
		replaced(lines, random, (line) =>
			line.replace(/^(\s*(?:- )*)([^\s:#-][^:]*)(:(?:\s|$))/, (_, before, _key, after) => `${before}${random.pick(oddKeys)}${after}`),
		),
	(lines, random) =>
		replaced(lines, random, (line) => `${line}\n${line.replace(/\S.*$/, '')}${random.pick(oddKeys)}: ${random.pick(oddScalars)}`),
	(lines, random) => replaced(lines, random, (line) => `${line}\n${line}`),
	(lines, random) => replaced(lines, random, () => undefined),
	(lines, random) => replaced(lines, random, (line) => ` ${line}`),
	(lines, random) => replaced(lines, random, (line) => line.replace(/^ +/, (indent) => ' '.repeat(random.below(indent.length + 3)))),
	(lines, random) => replaced(lines, random, (line) => line.replace(/^ +/, '\t')),
	(lines, random) => replaced(lines, random, (line) => `${line} # a comment`),
	(lines, random) => replaced(lines, random, (line) => `# a comment\n${line}\n\n`),
	(lines, random) =>
		replaced(lines, random, (line) => line.replace(/: (?=\S)/, `: ${random.pick(['&a ', '&b ', '!!str ', '!!int ', '! ', '\t', '  '])}`)),
	(lines, random) =>
		replaced(lines, random, (line) =>
			line.replace(
				/: (\S+)$/,
				(_, value) =>
					`: ${random.pick([`"${value}"`, `'${value}'`, `|\n${' '.repeat(30)}${value}`, `>-\n${' '.repeat(30)}${value}\n${' '.repeat(30)}more`, `[${value}]`, `\n${' '.repeat(30)}${value}`])}`,
			),
		),
	(lines, random) => replaced(lines, random, (line) => withValue(line, random.pick(['*a', '*b', '{<<: *a}', '{<<: [*a, *b], x: 1}']))),
	(lines, random) =>
		replaced(lines, random, (line) =>
			random.pick([
				'---',
				'...',
				'--- # next',
				'--- {}',
				'--- !!map',
				'%YAML 1.1',
				'%TAG ! tag:x,2000:',
				'apiVersion: v1alpha1',
				'kind: v1alpha1',
				'kind: HostnameConfig',
				'kind: Nothing',
				'name: ""',
				'$patch: delete',
				'version: v1beta1',
				line.slice(random.below(line.length + 1)),
				line.slice(0, random.below(line.length + 1)),
			]),
		),
	(lines, random) => {
		const [from, to] = [random.below(lines.length), random.below(lines.length)];
		const moved = [...lines];
		moved.splice(to, 0, ...moved.splice(from, 1 + random.below(4)));
		return moved;
	},
	(lines, random) => {
		const from = random.below(lines.length);
		const copied = lines.slice(from, from + 1 + random.below(12));
		const all = [...lines];
		all.splice(random.below(lines.length), 0, ...copied);
		return all;
	},
];

const textMutations: readonly ((text: string, random: Random) => string)[] = [
	(text) => text.replaceAll('\n', '\r\n'),
	(text) => text.replaceAll('\n', '\r'),
	(text) => `\ufeff${text}`,
	(text, random) => text.slice(0, random.below(text.length + 1)),
	(text, random) =>
		inserted(
			text,
			random,
			random.pick([
				'\0',
				'\u0007',
				'\ufeff',
				'\u2028',
				'\u0085',
				'\t',
				'\ud800',
				'\ufffe',
				'\u007f',
				':',
				'- ',
				'\n',
				'\r',
				' ',
				'#',
				'"',
				"'",
				'{',
				'}',
				']',
				',',
				'&',
				'*',
				'!',
				'|',
				'%',
				'@',
				'`',
				'\\',
			]),
		),
	(text, random) => inserted(text, random, '\n---\n'),
	(text, random) => inserted(text, random, random.pick(['[', '{a: ', '- ', '? ']).repeat(1 + random.below(60))),
	(text) => `${text}---\n${text}`,
	(text) => `---\n---\n${text}...\n---\n`,
	(text) => `# only\n${text.replaceAll(/^/gm, '  ')}`,
	(text) => text.trimEnd(),
];

function replaced(lines: readonly string[], random: Random, change: (line: string) => string | undefined): string[] {
	const at = random.below(lines.length);
	const line = change(lines[at] ?? '');
	return [...lines.slice(0, at), ...(line === undefined ? [] : line.split('\n')), ...lines.slice(at + 1)];
}

function withValue(line: string, value: string): string {
	const pair = /^(\s*(?:- )*(?:"[^"]*"|[^\s"#:][^:]*):)(?: |$)/.exec(line);
	if (pair?.[1] !== undefined) return `${pair[1]} ${value}`;
	return line.replace(/^(\s*- ).*$/, (_, before) => `${before}${value}`);
}

function inserted(text: string, random: Random, piece: string): string {
	const at = random.below(text.length + 1);
	return text.slice(0, at) + piece + text.slice(at);
}
