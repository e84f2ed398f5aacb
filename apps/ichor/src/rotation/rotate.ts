import type { TalosClient } from '@ichor/client/api';
import { openTalosconfig } from '@ichor/client/talosconfig';
import { generateSecrets } from '@ichor/machinery/secrets';
import { encoderOf } from '../configuration/encoder.ts';
import { clusterNodes } from '../health/cluster-nodes.ts';
import { namedNodes } from '../health/named-nodes.ts';
import { failureText } from '../nodes/failure-text.ts';
import type { NodeSession } from '../nodes/node-session.ts';
import type { RotationOptions } from './rotation.ts';

export interface RotateFlags {
	readonly talosconfig: string;
	readonly context: string;
	readonly controlPlanes: readonly string[];
	readonly workers: readonly string[];
	readonly initNode: string;
	readonly kubernetesEndpoint: string;
	readonly dryRun: boolean;
	readonly talos: boolean;
	readonly kubernetes: boolean;
	readonly output: string;
	readonly withDocs: boolean;
	readonly withExamples: boolean;
}

/**
 * Rotates the authorities that are wanted, that of Talos first: what follows goes through its new one.
 *
 * @throws Error when one cannot be rotated
 */
export async function rotate(session: NodeSession, flags: RotateFlags): Promise<void> {
	const { terminal, signal } = session;
	const { controlPlanes, workers } = await clusterNodes(session, namedNodes(flags));
	if (controlPlanes.length === 0) throw new Error('no control plane is known: name them with --control-plane-nodes');
	const options: RotationOptions = {
		controlPlanes: controlPlanes.map(({ address }) => address),
		workers: workers.map(({ address }) => address),
		dryRun: flags.dryRun,
		encode: await encoderOf(flags),
		say: (line) => terminal.out(`${line}\n`),
		signal,
	};
	const { certs } = await generateSecrets({ now: new Date() });
	if (certs?.os === undefined || certs.k8s === undefined) throw new Error('no authorities were generated');
	let client: TalosClient = session.client;
	try {
		if (flags.talos) {
			const { rotateTalos } = await import('./rotate-talos.ts');
			const contextName = flags.context || openTalosconfig(flags.talosconfig, terminal.environment).config.context;
			client = await told('Talos', rotateTalos(client, certs.os, { ...options, contextName, output: flags.output }));
		}
		if (flags.kubernetes) {
			const { rotateKubernetes } = await import('./rotate-kubernetes.ts');
			await told('Kubernetes', rotateKubernetes(client, certs.k8s, { ...options, kubernetesEndpoint: flags.kubernetesEndpoint }));
		}
	} finally {
		if (client !== session.client) client.close();
	}
}

async function told<Result>(which: string, rotation: Promise<Result>): Promise<Result> {
	return await rotation.catch((error: unknown): never => {
		throw new Error(`error rotating ${which} CA: ${failureText(error)}`, { cause: error });
	});
}
