import { createGzip } from 'node:zlib';
import type { MachineService } from '@ichor/api/machine';
import { encodeTalosconfig, singleContext } from '@ichor/client/talosconfig';
import { rootOf } from '@ichor/machinery/config';
import { parseRoles } from '@ichor/machinery/pki';
import { generateClientCertificate, secretsFromConfig } from '@ichor/machinery/secrets';
import { type Handlers, RpcError } from '@ichor/rpc';
import { pack } from 'tar-stream';
import type { Machine } from '../machine.ts';
import { requireControlPlane } from './control-plane.ts';
import { kubeconfigOf } from './kubeconfig.ts';
import { requireConfig } from './require-config.ts';

/** Credentials that a control plane makes for people, out of the authorities in its configuration. */
export function credentialsApi({ state }: Machine): Handlers<typeof MachineService> {
	return {
		async generateClientConfiguration({ roles: asked, crtTtl }) {
			await requireControlPlane(state, 'generate client configuration');
			const lifetime = Number(crtTtl?.seconds ?? 0n) * 1000 + (crtTtl?.nanos ?? 0) / 1e6;
			if (lifetime <= 0) throw new RpcError('invalid-argument', 'crt_ttl should be positive');
			const config = await requireConfig(state);
			const secrets = secretsFromConfig(config);
			const { roles } = parseRoles(asked);
			const { crt, key } = await generateClientCertificate(secrets, { roles, now: new Date(), lifetime });
			const ca = secrets.certs?.os?.crt ?? '';
			const [role] = roles;
			const cluster = rootOf(config)?.cluster?.clusterName ?? '';
			const name = roles.length === 1 && role !== undefined ? `${role.replace(/^os:/, '')}@${cluster}` : cluster;
			const talosconfig = encodeTalosconfig(singleContext(name, { endpoints: [], ca: btoa(ca), crt: btoa(crt), key: btoa(key) }));
			return { messages: [{ ca: bytes(ca), crt: bytes(crt), key: bytes(key), talosconfig: bytes(talosconfig) }] };
		},
		async *kubeconfig() {
			await requireControlPlane(state, 'kubeconfig');
			const text = await kubeconfigOf(await requireConfig(state));
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

function bytes(text: string): Uint8Array {
	return new TextEncoder().encode(text);
}
