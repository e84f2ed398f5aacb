/** What a pod needs to reach the API of the machines, as PEM in base64: out of its talosconfig. */
export interface MachineApiAccess {
	readonly ca: string;
	readonly crt: string;
	readonly key: string;
}

/**
 * A pod that calls the API of the machines as soon as it starts, with the objects that it reads. It is CoreDNS, whose image every
 * cluster has: it speaks gRPC with a certificate of its own, and asks itself a question, for loops, that it passes on. The service
 * that it calls is none of a machine's, so that the answer tells who was let in: `Unimplemented`.
 *
 * @param server the address and port of the Service
 */
export function machineApiClient(name: string, image: string, server: string, { ca, crt, key }: MachineApiAccess) {
	const corefile = `.:5353 {
  errors
  loop
  grpc . ${server} {
    tls /access/tls.crt /access/tls.key /access/ca.crt
    tls_servername talos.default
  }
}
`;
	return {
		access: { apiVersion: 'v1', kind: 'Secret', metadata: { name }, data: { 'ca.crt': ca, 'tls.crt': crt, 'tls.key': key } },
		files: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data: { Corefile: corefile } },
		pod: {
			apiVersion: 'v1',
			kind: 'Pod',
			metadata: { name },
			spec: {
				containers: [
					{
						name,
						image,
						args: ['-conf', '/files/Corefile'],
						volumeMounts: [
							{ name: 'files', mountPath: '/files' },
							{ name: 'access', mountPath: '/access' },
						],
					},
				],
				volumes: [
					{ name: 'files', configMap: { name } },
					{ name: 'access', secret: { secretName: name } },
				],
			},
		},
	};
}
