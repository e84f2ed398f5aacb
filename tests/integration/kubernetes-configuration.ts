import { cluster, nodes, role, subnet } from '@ichor/cluster';
import { parseReference } from '@ichor/oci';
import { ownImage } from './own-registry.ts';

/** A network that no other test uses. */
const lan = subnet('10.123.48.0/24');

/** Where the nodes find the extra manifest, and a registry: the test serves both on the gateway of their network. */
export const ownServer = { host: lan.gateway, port: 8474, manifest: '/extra.yaml' };

/** One control plane that runs pods, and a worker, with what people change of Kubernetes: all of it at once. */
export default cluster('kubernetes-configuration', {
	talos: '1.13.9',
	kubernetes: '1.36.3',
	network: { lan, pods: '10.244.0.0/16', services: '10.96.0.0/12' },
	controlPlanes: nodes(['cp-1'], () => ({ address: lan.host(2) })),
	workers: nodes(['w-1'], () => ({ address: lan.host(3) })),
	schedulableControlPlanes: true,
	patches: [
		{
			yaml: `machine:
  kubelet:
    defaultRuntimeSeccompProfileEnabled: true
    extraArgs:
      event-qps: "7"
    extraConfig:
      maxPods: 57
    extraMounts:
      - destination: /var/lib/longhorn
        type: bind
        source: /var/lib/longhorn
        options: [bind, rshared, rw]
  nodeLabels:
    example.com/rack: r7
  nodeAnnotations:
    example.com/contact: ops
---
apiVersion: v1alpha1
kind: RegistryMirrorConfig
name: ${parseReference(ownImage).registry}
endpoints:
  - url: http://${ownServer.host}:${ownServer.port}
`,
		},
		{
			when: role('controlplane'),
			yaml: `machine:
  nodeLabels:
    node.kubernetes.io/exclude-from-external-load-balancers:
      $patch: delete
  features:
    kubernetesTalosAPIAccess:
      enabled: true
      allowedRoles: [os:reader]
      allowedKubernetesNamespaces: [default]
  nodeTaints:
    example.com/dedicated: storage:PreferNoSchedule
cluster:
  network:
    cni:
      name: none
  proxy:
    disabled: true
  apiServer:
    admissionControl:
      - name: PodSecurity
        configuration:
          exemptions:
            namespaces: [longhorn-system]
    auditPolicy:
      apiVersion: audit.k8s.io/v1
      kind: Policy
      rules:
        - level: RequestResponse
          resources:
            - group: ""
              resources: [secrets]
        - level: Metadata
  extraManifests:
    - http://${ownServer.host}:${ownServer.port}${ownServer.manifest}
  inlineManifests:
    - name: longhorn
      contents: |
        apiVersion: v1
        kind: Namespace
        metadata:
          name: longhorn-system
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: inline
          namespace: longhorn-system
        data:
          from: configuration
`,
		},
	],
});
