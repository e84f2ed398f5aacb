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
