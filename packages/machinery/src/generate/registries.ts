import type { ConfigDocument } from '../config/document.ts';
import { quote } from '../config/quote.ts';
import type { MachineRegistries, MachineRegistry } from '../config/types/v1alpha1/machine-registries.gen.ts';
import { toBase64 } from '../secrets/pem-base64.ts';
import { writtenURL } from './endpoint.ts';
import { mapOf } from './free-form.ts';
import type { Generation } from './generation.ts';
import { newDocument } from './new-document.ts';

/** Registry mirrors and trust as the root document has them, up to 1.11. */
export function registriesSection({ input, has }: Generation): MachineRegistries {
	const mirrors = new Map(input.registryMirrors);
	if (has('kubernetesAlternateImageRegistries') && !mirrors.has(movedRegistry)) mirrors.set(movedRegistry, movedRegistryMirrors);
	const trusts = [...registryTrusts(input.registryAuthorities, input.insecureRegistries)];
	return {
		mirrors: mapOf([...mirrors].map(([host, endpoints]) => [host, { endpoints }])),
		config: mapOf(
			trusts.map(([host, { ca, insecureSkipVerify }]): [string, MachineRegistry] => [
				host,
				{ tls: { ...(ca !== undefined && { ca: toBase64(ca) }), ...(insecureSkipVerify && { insecureSkipVerify }) } },
			]),
		),
	};
}

/** The same as documents, sorted by name, mirrors first. */
export function registryDocuments({ input }: Generation): readonly ConfigDocument[] {
	const mirrors = [...(input.registryMirrors ?? [])].sort(byName);
	const trusts = [...registryTrusts(input.registryAuthorities, input.insecureRegistries)].sort(byName);
	return [
		...mirrors.map(([name, urls]) =>
			newDocument('RegistryMirrorConfig', { name, endpoints: urls.map((url) => ({ url: mirrorURL(url) })) }),
		),
		...trusts.map(([name, trust]) => newDocument('RegistryTLSConfig', { name, ...trust })),
	];
}

/** Kubernetes moved its images in 2022; the contract that met the move mirrors the old name. */
const movedRegistry = 'k8s.gcr.io';
const movedRegistryMirrors = ['https://registry.k8s.io', 'https://k8s.gcr.io'];

function mirrorURL(url: string): string {
	return writtenURL(url, `failed to generate registry configs: failed to parse registry mirror endpoint ${quote(url)}: `);
}

interface RegistryTrust {
	readonly ca?: string;
	readonly insecureSkipVerify?: true;
}

function registryTrusts(
	authorities: ReadonlyMap<string, string> = new Map(),
	insecure: readonly string[] = [],
): ReadonlyMap<string, RegistryTrust> {
	const trusts = new Map<string, RegistryTrust>();
	for (const [host, ca] of authorities) trusts.set(host, { ca });
	for (const host of insecure) trusts.set(host, { ...trusts.get(host), insecureSkipVerify: true });
	return trusts;
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
	return a < b ? -1 : Number(a > b);
}
