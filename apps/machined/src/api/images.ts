import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { ContainerDriver, type ContainerdInstance, ContainerdNamespace } from '@ichor/api/common';
import type { MachineService } from '@ichor/api/machine';
import type { ImageService } from '@ichor/api/machine/image';
import { ContainerdConnection, Images, listImages, normalReference, pinnedReference } from '@ichor/containerd';
import { type Handlers, hasRpcCode, RpcError } from '@ichor/rpc';
import { messageOf } from '@ichor/std';
import type { Machine } from '../machine.ts';
import { paths } from '../paths.ts';

/** The images of containerd's namespaces: the two calls of old, which see the CRI's containerd only. */
export function imagesApi(machine: Machine): Handlers<typeof MachineService> {
	return {
		async *imageList({ namespace }, { signal }) {
			for (const { labels: _, ...image } of await list(machine, { driver: ContainerDriver.CRI, namespace }, signal)) yield image;
		},
		async imagePull({ namespace, reference }, { signal }) {
			await pull(machine, { driver: ContainerDriver.CRI, namespace }, reference, signal);
			return { messages: [{}] };
		},
	};
}

/** The service of its own that images have from 1.13 on. */
export function imageServiceApi(machine: Machine): Handlers<typeof ImageService> {
	return {
		async *list({ containerd }, { signal }) {
			for (const image of await list(machine, containerd, signal)) yield image;
		},
		async *pull({ containerd, imageRef }, { signal }) {
			yield { response: { case: 'name', value: await pull(machine, containerd, imageRef, signal) } };
		},
		async remove({ containerd, imageRef }, { signal }) {
			return await using(containerd, async (connection) => {
				try {
					await new Images(connection).remove({ ...machine.context, signal }, imageRef);
					return {};
				} catch (error) {
					if (hasRpcCode(error, 'not-found')) throw new RpcError('not-found', `image ${imageRef} not found`, { cause: error });
					throw error;
				}
			});
		},
	};
}

type Instance = Pick<ContainerdInstance, 'driver' | 'namespace'> | undefined;

async function list({ context }: Machine, instance: Instance, signal: AbortSignal) {
	const images = await using(instance, async (connection) => await listImages({ ...context, signal }, connection));
	return images.map(({ createdAt, labels, ...image }) => ({ ...image, labels: { ...labels }, createdAt: timestampFromDate(createdAt) }));
}

/** @returns the reference with the digest of what was pulled */
async function pull({ context }: Machine, instance: Instance, asked: string, signal: AbortSignal): Promise<string> {
	const reference = normalReference(asked);
	return await using(instance, async (connection) => {
		try {
			const { digest } = await new Images(connection).pull({ ...context, signal }, reference, paths.registryHosts);
			return pinnedReference(reference, digest);
		} catch (error) {
			const cause = error instanceof Error ? error.cause : undefined;
			const named = JSON.stringify(reference);
			const reason = messageOf(cause ?? error).replace(/^failed to resolve image:/, `failed to resolve reference ${named}:`);
			const why = `error pulling image: 1 error(s) occurred:\n\tfailed to pull image ${named}: ${reason}`;
			throw new RpcError(hasRpcCode(cause, 'not-found') ? 'not-found' : 'unknown', why, { cause: error });
		}
	});
}

/** @throws RpcError "invalid-argument" for what names no namespace of a containerd of this machine */
async function using<T>(instance: Instance, use: (connection: ContainerdConnection) => Promise<T>): Promise<T> {
	const { driver = ContainerDriver.CONTAINERD, namespace = ContainerdNamespace.NS_UNKNOWN } = instance ?? {};
	const socket = driver === ContainerDriver.CRI ? paths.cri : driver === ContainerDriver.CONTAINERD ? paths.systemContainerd : undefined;
	if (socket === undefined) throw new RpcError('invalid-argument', `invalid containerd driver ${driver}`);
	const name = namespaceNames[namespace];
	if (name === undefined) throw new RpcError('invalid-argument', `invalid containerd namespace ${namespace}`);
	if (driver === ContainerDriver.CONTAINERD && namespace === ContainerdNamespace.NS_CRI) {
		throw new RpcError('invalid-argument', 'cannot use CRI namespace with containerd driver');
	}
	const connection = new ContainerdConnection(socket, name);
	try {
		return await use(connection);
	} finally {
		connection.close();
	}
}

const namespaceNames: Readonly<Record<number, string>> = {
	[ContainerdNamespace.NS_SYSTEM]: 'system',
	[ContainerdNamespace.NS_CRI]: 'k8s.io',
};
