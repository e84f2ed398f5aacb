import { type KernelParams, LinuxError } from '@ichor/linux/kernel-params';
import { KernelParamDefaultSpec, KernelParamSpec, KernelParamStatus, type KernelParamStatusSpec } from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import { type Context, messageOf } from '@ichor/std';
import { publish } from '../publish.ts';

/**
 * Sets the parameters of the kernel: what the user wants before what the system wants. A parameter that nobody wants any
 * more becomes again what it was.
 */
export function kernelParamSpecController(params: KernelParams): Controller {
	/** What the parameters were before this machine set them. */
	const before = new Map<string, string>();
	return reconciling({
		name: 'runtime.KernelParamSpecController',
		inputs: [
			{ ...KernelParamDefaultSpec.kind, kind: 'weak' },
			{ ...KernelParamSpec.kind, kind: 'weak' },
		],
		outputs: [{ type: KernelParamStatus.type, kind: 'exclusive' }],
		async reconcile(context, runtime) {
			const wanted = new Map(
				[...(await runtime.list(KernelParamDefaultSpec.kind)), ...(await runtime.list(KernelParamSpec.kind))].map(({ metadata, spec }) => [
					metadata.id,
					spec,
				]),
			);
			runtime.startTrackingOutputs();
			for (const [key, { value, ignoreErrors }] of wanted) {
				const status = await set(context, params, before, key, value).catch((error: unknown): KernelParamStatusSpec => {
					if (ignoreErrors && error instanceof LinuxError && error.code === 'not-found')
						return { current: '', default: '', unsupported: true };
					throw error;
				});
				await publish(runtime, KernelParamStatus, key, status);
			}
			for (const [key, value] of before) {
				if (wanted.has(key)) continue;
				await params.write(key, value);
				before.delete(key);
			}
			await runtime.cleanupOutputs(KernelParamStatus.kind);
		},
	});
}

/** Sets a parameter that is not so already; one that is the host's stays as it is. */
async function set(
	{ log }: Context,
	params: KernelParams,
	before: Map<string, string>,
	key: string,
	value: string,
): Promise<KernelParamStatusSpec> {
	const found = await params.read(key);
	const original = before.get(key) ?? found ?? '';
	if (found === value) return { current: value, default: original, unsupported: false };
	try {
		await params.write(key, value);
	} catch (error) {
		if (!(error instanceof LinuxError) || error.code !== 'permission-denied') throw error;
		log('warn', 'a parameter of the kernel stays as it is', { key, wanted: value, reason: messageOf(error) });
		return { current: found ?? '', default: original, unsupported: false };
	}
	before.set(key, original);
	return { current: value, default: original, unsupported: false };
}
