import type { GenerateInput } from '@ichor/machinery/generate';
import type { SecretsBundle } from '@ichor/machinery/secrets';
import type { TalosContract } from '@ichor/machinery/versions';
import type { Terminal } from '../command/terminal.ts';
import { encoderOf } from '../configuration/encoder.ts';
import { readInputFile } from '../input-file.ts';
import { patchConfig, readPatches } from '../patches.ts';
import type { GenerationRequest } from './generate-files.ts';

/** The files of a cluster as text, each made when it is asked for. */
export interface ClusterFiles {
	readonly controlplane: () => string;
	readonly worker: () => string;
	readonly talosconfig: () => string;
}

/** Generates and patches everything before anything is written. Says what is odd about what it reads. */
export async function planCluster(request: GenerationRequest, terminal: Terminal): Promise<ClusterFiles> {
	const registryMirrors = mirrorsOf(request.registryMirrors);
	const contract = request.talosVersion === '' ? undefined : await contractOf(request.talosVersion);
	const given = request.withSecrets === '' ? undefined : await readSecrets(request.withSecrets, contract);
	const { allowUnknown } = request;
	const forAll = await readPatches(request.patches, terminal, allowUnknown);
	const forControlPlanes = await readPatches(request.controlPlanePatches, terminal, allowUnknown);
	const forWorkers = await readPatches(request.workerPatches, terminal, allowUnknown);

	terminal.err('generating PKI and tokens');
	const { generateConfig } = await import('@ichor/machinery/generate');
	const now = new Date();
	const secrets = given ?? (await newSecrets(now, contract));
	const input: GenerateInput = {
		clusterName: request.name,
		endpoint: request.endpoint,
		kubernetesVersion: request.kubernetesVersion.replace(/^v/, ''),
		secrets,
		...(contract === undefined ? {} : { contract }),
		additionalSubjectAltNames: request.additionalSans,
		dnsDomain: request.dnsDomain,
		discovery: request.withClusterDiscovery,
		...(request.withKubeSpan ? { kubeSpan: true } : {}),
		installDisk: request.installDisk,
		installImage: request.installImage,
		registryMirrors,
	};
	const patched = async (type: 'controlplane' | 'worker', patches: typeof forAll) =>
		await patchConfig(generateConfig(input, type), patches, { name: `${type}.yaml`, allowUnknown, terminal });
	const controlplane = await patched('controlplane', [...forAll, ...forControlPlanes]);
	const worker = await patched('worker', [...forAll, ...forWorkers]);
	const talosconfig = await talosconfigOf(request.name, secrets, now);
	const encode = await encoderOf(request);
	return { controlplane: () => encode(controlplane), worker: () => encode(worker), talosconfig: () => talosconfig };
}

/** @throws Error in upstream's words */
export async function contractOf(talosVersion: string): Promise<TalosContract> {
	const { parseContract } = await import('@ichor/machinery/versions');
	return parseContract(talosVersion);
}

async function readSecrets(path: string, contract: TalosContract | undefined): Promise<SecretsBundle> {
	const { decodeSecrets, validateSecrets } = await import('@ichor/machinery/secrets');
	const secrets = decodeSecrets(readInputFile(path, 'failed to load secrets bundle'), path);
	validateSecrets(secrets, contract);
	return secrets;
}

async function newSecrets(now: Date, contract: TalosContract | undefined): Promise<SecretsBundle> {
	const { generateSecrets } = await import('@ichor/machinery/secrets');
	return await generateSecrets({ now, ...(contract === undefined ? {} : { contract }) });
}

function mirrorsOf(specs: readonly string[]): ReadonlyMap<string, readonly string[]> {
	const mirrors = new Map<string, readonly string[]>();
	for (const spec of specs) {
		const [, host, url] = /^([^=]*)=(.*)$/s.exec(spec) ?? [];
		if (host === undefined || url === undefined) throw new Error(`invalid registry mirror spec: ${JSON.stringify(spec)}`);
		mirrors.set(host, [...(mirrors.get(host) ?? []), url]);
	}
	return mirrors;
}

async function talosconfigOf(name: string, secrets: SecretsBundle, now: Date): Promise<string> {
	const { generateClientCertificate } = await import('@ichor/machinery/secrets');
	const { encodeTalosconfig, singleContext } = await import('@ichor/client/talosconfig');
	const { crt, key } = await generateClientCertificate(secrets, { now });
	const base64 = (text: string) => Buffer.from(text, 'latin1').toString('base64');
	return encodeTalosconfig(
		singleContext(name, { endpoints: [], ca: base64(secrets.certs?.os?.crt ?? ''), crt: base64(crt), key: base64(key) }),
	);
}
