import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf } from '@ichor/std';
import { generateConfig } from '../../src/generate/index.ts';
import { decodeCertificate } from '../../src/pki/index.ts';
import {
	decodeSecrets,
	encodeSecrets,
	generateSecrets,
	type SecretsBundle,
	secretsFromConfig,
	secretsFromKubernetesPki,
	validateSecrets,
} from '../../src/secrets/index.ts';
import { currentContract, parseContract, type TalosContract } from '../../src/versions/index.ts';
import { plainValue } from './cases.ts';
import { type ConformanceResult, expectEqual } from './result.ts';

interface SecretsCases {
	readonly base: string;
	readonly cases: readonly SecretsCase[];
}

interface SecretsCase {
	readonly file?: string;
	readonly contract?: string;
	readonly expect?: string;
	readonly expectedError?: string;
	readonly roundTrip?: string;
	readonly newBundle?: readonly string[];
	readonly fromKubernetesPKI?: string;
}

const now = new Date('2026-11-21T12:00:00Z');

/** Secrets bundles: what is valid, and that they survive every way in and out: cases/07. */
export async function* suite(folder: string): AsyncGenerator<ConformanceResult> {
	const root = join(folder, 'machine-config');
	const { base, cases } = plainValue(await readFile(join(root, 'cases/07_secrets.yaml'), 'utf8')) as unknown as SecretsCases;
	for (const item of cases) {
		if (item.file !== undefined) yield await fileCase(join(root, base, item.file), item);
		else if (item.roundTrip !== undefined) yield await roundTripCase(item.roundTrip);
		else if (item.newBundle !== undefined) for (const contract of item.newBundle) yield await newBundleCase(contract);
		else if (item.fromKubernetesPKI !== undefined) yield await kubernetesPkiCase(join(root, item.fromKubernetesPKI));
		else
			yield { suite: 'secrets', name: JSON.stringify(item), outcome: 'skipped', detail: 'a case of a kind that this suite does not know' };
	}
}

async function fileCase(path: string, { file = '', contract, expectedError }: SecretsCase): Promise<ConformanceResult> {
	const outcome = refusalOf(decodeSecrets(await readFile(path)), contractNamed(contract));
	return expectEqual('secrets', file, outcome, expectedError ?? 'valid');
}

async function roundTripCase(description: string): Promise<ConformanceResult> {
	const bundle = await generateSecrets({ contract: currentContract, now });
	if (!description.includes('config')) return expectEqual('secrets', description, decodeSecrets(encodeSecrets(bundle)), bundle);
	const input = {
		clusterName: 'test',
		endpoint: 'https://localhost:6443',
		kubernetesVersion: '1.36.3',
		secrets: bundle,
		contract: currentContract,
	};
	const found = secretsFromConfig(generateConfig(input, 'controlplane'));
	const algorithm = decodeCertificate(found.certs?.os?.crt ?? '').signatureAlgorithm;
	return expectEqual('secrets', description, { found, algorithm }, { found: bundle, algorithm: 'ed25519' });
}

async function newBundleCase(name: string): Promise<ConformanceResult> {
	const contract = contractNamed(name);
	return expectEqual('secrets', `new bundle: ${name}`, refusalOf(await generateSecrets({ contract, now }), contract), 'valid');
}

async function kubernetesPkiCase(path: string): Promise<ConformanceResult> {
	const files = new Map<string, string>();
	const reading = async (name: string) => {
		const text = await readFile(join(path, name), 'latin1');
		files.set(name, text);
		return text;
	};
	const { certs, ...rest } = await secretsFromKubernetesPki({ readFile: reading, now });
	const pair = (name: string) => ({ crt: files.get(`${name}.crt`), key: files.get(`${name}.key`) });
	const expected = {
		etcd: pair('etcd/ca'),
		k8s: pair('ca'),
		k8sAggregator: pair('front-proxy-ca'),
		k8sServiceAccount: { key: files.get('sa.key') },
		os: certs?.os,
	};
	const outcome = refusalOf({ ...rest, ...(certs && { certs }) }, parseContract('v1.13'));
	return expectEqual('secrets', 'from a Kubernetes PKI folder', { certs, outcome }, { certs: expected, outcome: 'valid' });
}

function refusalOf(bundle: SecretsBundle, contract: TalosContract): string {
	try {
		validateSecrets(bundle, contract);
		return 'valid';
	} catch (error) {
		return messageOf(error);
	}
}

/** `v1.3`, `current`, `current without kubernetes and etcd`. */
function contractNamed(name = 'current'): TalosContract {
	const [version = 'current'] = name.split(' ');
	const contract = version === 'current' ? currentContract : parseContract(version);
	return name.includes('without') ? { ...contract, withoutKubernetes: true, withoutEtcd: true } : contract;
}
