import { createGzip } from 'node:zlib';
import type { MachineService } from '@ichor/api/machine';
import { adminKubeconfig, encodeKubeconfig } from '@ichor/client';
import { encodeTalosconfig, singleContext } from '@ichor/client/talosconfig';
import { documentsOf, type MachineConfig, rootOf } from '@ichor/machinery/config';
import { parseDuration } from '@ichor/machinery/duration';
import { parseRoles } from '@ichor/machinery/pki';
import { generateClientCertificate, secretsFromConfig } from '@ichor/machinery/secrets';
import { type Handlers, RpcError } from '@ichor/rpc';
import { pack } from 'tar-stream';
import { activeConfig } from '../boot/configuration.ts';
import type { Machine } from '../machine.ts';
import { requireControlPlane } from './control-plane.ts';

/** Credentials that a control plane makes for people, out of the authorities in its configuration. */
export function credentialsApi({ state }: Machine): Handlers<typeof MachineService> {
	return {
		async generateClientConfiguration({ roles: asked, crtTtl }) {
			await requireControlPlane(state, 'generate client configuration');
			const lifetime = Number(crtTtl?.seconds ?? 0n) * 1000 + (crtTtl?.nanos ?? 0) / 1e6;
			if (lifetime <= 0) throw new RpcError('invalid-argument', 'crt_ttl should be positive');
			const config = await configuration(state);
			const secrets = secretsFromConfig(config);
			const { roles } = parseRoles(asked);
			const { crt, key } = await generateClientCertificate(secrets, { roles, now: new Date(), lifetime });
			const ca = secrets.certs?.os?.crt ?? '';
			const [role] = roles;
			const cluster = clusterName(config);
			const name = roles.length === 1 && role !== undefined ? `${role.replace(/^os:/, '')}@${cluster}` : cluster;
			const talosconfig = encodeTalosconfig(singleContext(name, { endpoints: [], ca: btoa(ca), crt: btoa(crt), key: btoa(key) }));
			return { messages: [{ ca: bytes(ca), crt: bytes(crt), key: bytes(key), talosconfig: bytes(talosconfig) }] };
		},
		async *kubeconfig() {
			await requireControlPlane(state, 'kubeconfig');
			const text = await kubeconfigOf(await configuration(state));
			const archive = pack();
			archive.entry({ name: 'kubeconfig', mode: 0o600 }, text);
			archive.finalize();
			// one message: clients unpack what they have when the first one is there
			const chunks: Buffer[] = [];
			for await (const chunk of archive.pipe(createGzip())) chunks.push(chunk as Buffer);
			yield { bytes: Uint8Array.from(Buffer.concat(chunks)) };
		},
	};
}

/** @throws RpcError "failed-precondition" in maintenance */
async function configuration(state: Machine['state']): Promise<MachineConfig> {
	const config = await activeConfig(state);
	if (config === undefined) throw new RpcError('failed-precondition', 'this machine has no configuration yet');
	return config;
}

function clusterName(config: MachineConfig): string {
	return rootOf(config)?.cluster?.clusterName ?? '';
}

/** @throws RpcError "failed-precondition" when the configuration does not say how to reach Kubernetes, or cannot sign for it */
async function kubeconfigOf(config: MachineConfig): Promise<string> {
	const cluster = rootOf(config)?.cluster;
	const authority = secretsFromConfig(config).certs?.k8s;
	const endpoint = cluster?.controlPlane?.endpoint;
	if (authority === undefined || endpoint === undefined) {
		throw new RpcError('failed-precondition', 'the configuration of this machine has no Kubernetes authority or no endpoint of its API');
	}
	const accepted = (documentsOf(config, 'KubeAPIServerCAConfig')[0]?.value.acceptedCAs ?? cluster?.acceptedCAs ?? []).map(
		(one) => (typeof one === 'string' ? one : one?.crt) ?? '',
	);
	const lifetime = cluster?.adminKubeconfig?.certLifetime;
	const kubeconfig = await adminKubeconfig({
		clusterName: clusterName(config),
		endpoint,
		authority,
		acceptedCertificates: [...accepted, authority.crt],
		now: new Date(),
		...(lifetime === undefined ? {} : { lifetime: Number(parseDuration(lifetime) / 1_000_000n) }),
	});
	return encodeKubeconfig(kubeconfig);
}

function bytes(text: string): Uint8Array {
	return new TextEncoder().encode(text);
}
