import type { ContainerDriver, ContainerdNamespace } from '@ichor/api/common';
import { ImageService, type ImageServicePullLayerProgress, ImageServicePullLayerProgress_Status as Status } from '@ichor/api/machine/image';
import type { TalosServices } from '@ichor/client/api';
import { formatDuration } from '@ichor/machinery/duration';
import { hasRpcCode } from '@ichor/rpc';
import { binarySize, fixed } from '../output/go-number.ts';

import type { ProgressReporter } from '../output/progress-reporter.ts';
import { eachNode } from './each-node.ts';
import type { NodeSession } from './node-session.ts';

/** Which containerd of a node keeps the image, and in which of its namespaces. */
export interface ImagePlace {
	readonly driver: ContainerDriver;
	readonly namespace: ContainerdNamespace;
}

/**
 * Has every node pull an image. On a terminal each node's layers are shown while they come.
 *
 * @returns the name of the image with its digest, by node
 * @throws Error with a line for each node that failed
 */
export async function pullImage(
	session: NodeSession,
	reporter: ProgressReporter,
	containerd: ImagePlace,
	imageRef: string,
): Promise<ReadonlyMap<string, string>> {
	const layers = new Layers(reporter);
	const names = new Map<string, string>();
	await eachNode(
		session,
		async (services, node) => await pullOn(services, { containerd, imageRef }, (id, layer) => layers.update(node, id, layer)),
		(answers) => {
			for (const { node, answer } of answers) names.set(node, answer);
			const message = answers.map(({ node, answer }) => `${node}: pulled image ${answer}\n`).join('');
			if (message !== '') reporter.report({ message, status: 'succeeded' });
		},
	);
	return names;
}

async function pullOn(
	services: TalosServices,
	request: { readonly containerd: ImagePlace; readonly imageRef: string },
	onLayer: (id: string, progress: ImageServicePullLayerProgress) => void,
): Promise<string> {
	let name = request.imageRef;
	try {
		for await (const { response } of services.service(ImageService).pull(request)) {
			if (response.case === 'name') name = response.value;
			else if (response.value?.progress !== undefined) onLayer(response.value.layerId, response.value.progress);
		}
	} catch (error) {
		// a node of 1.12 and before has the older call only
		if (!hasRpcCode(error, 'unimplemented')) throw error;
		await services.machine.imagePull({ namespace: request.containerd.namespace, reference: request.imageRef });
	}
	return name;
}

/** The layers of all nodes, as one message. */
class Layers {
	readonly #reporter: ProgressReporter;
	readonly #nodes = new Map<string, Map<string, string>>();

	constructor(reporter: ProgressReporter) {
		this.#reporter = reporter;
	}

	update(node: string, id: string, progress: ImageServicePullLayerProgress): void {
		// line by line it would be a flood
		if (!this.#reporter.inPlace) return;
		const layers = this.#nodes.get(node) ?? new Map<string, string>();
		this.#nodes.set(node, layers.set(id, layerText(progress)));
		const message = byName(this.#nodes).map(([name, texts]) =>
			[`${name}:`, ...byName(texts).map(([, text]) => `  ${text}`)].map((line) => `${line}\n`).join(''),
		);
		this.#reporter.report({ message: message.join(''), status: 'running' });
	}
}

function byName<Value>(map: ReadonlyMap<string, Value>): readonly (readonly [string, Value])[] {
	return [...map].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

function layerText({ status, offset, total, elapsed }: ImageServicePullLayerProgress): string {
	switch (status) {
		case Status.DOWNLOADING:
			return `downloading layer ${binarySize(offset)}/${binarySize(total)} (${fixed((Number(offset) / Number(total)) * 100, 1)}%)`;
		case Status.DOWNLOAD_COMPLETE:
			return 'layer download complete';
		case Status.EXTRACTING:
			return `extracting layer (${formatDuration((elapsed?.seconds ?? 0n) * 1_000_000_000n + BigInt(elapsed?.nanos ?? 0))})`;
		case Status.EXTRACT_COMPLETE:
			return 'layer pull complete';
		case Status.ALREADY_EXISTS:
			return 'layer already exists';
		default:
			return '';
	}
}
