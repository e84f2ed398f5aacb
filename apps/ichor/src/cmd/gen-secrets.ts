import type { SecretsBundle } from '@ichor/machinery/secrets';
import type { TalosContract } from '@ichor/machinery/versions';
import { noArguments } from '../command/arguments.ts';
import { defineCommand } from '../command/command.ts';
import { text } from '../command/flag-kinds.ts';
import { genFlags } from '../gen-flags.ts';
import { contractOf } from '../generation/cluster-plan.ts';
import { standardOutput } from '../generation/output-paths.ts';
import { readInputFile, readPemFile } from '../input-file.ts';
import { refuseExisting, writeSecretFile } from '../output/secret-file.ts';

/** `gen secrets`: what all configurations of a cluster share and nobody else may know. */
export const genSecrets = defineCommand({
	args: noArguments,
	completion: { kind: 'nothing' },
	inherits: genFlags,
	flags: {
		output: text('output-file', 'the file to write, or - for standard output', { shorthand: 'o', initial: 'secrets.yaml' }),
		talosVersion: text('talos-version', 'the Talos version to generate for, such as v1.12', { completion: { kind: 'nothing' } }),
		fromConfig: text('from-controlplane-config', 'take them out of the configuration of a control plane', {
			completion: { kind: 'files', endings: ['yaml', 'yml'] },
		}),
		fromPki: text('from-kubernetes-pki', 'take over the authorities in the PKI folder of kubeadm (/etc/kubernetes/pki)', {
			shorthand: 'p',
			completion: { kind: 'folders' },
		}),
		bootstrapToken: text('kubernetes-bootstrap-token', 'with -p: the token that kubeadm gave out', {
			shorthand: 't',
			completion: { kind: 'nothing' },
		}),
	},
	async run({ flags, terminal }) {
		const contract = flags.talosVersion === '' ? undefined : await contractOf(flags.talosVersion);
		const { encodeSecrets } = await import('@ichor/machinery/secrets');
		const content = encodeSecrets(await secretsFor(flags, contract));
		if (flags.output === standardOutput) {
			terminal.out(content);
			return;
		}
		refuseExisting(flags.output, flags.force);
		writeSecretFile(flags.output, content);
	},
});

interface Sources {
	readonly fromConfig: string;
	readonly fromPki: string;
	readonly bootstrapToken: string;
}

/** A PKI folder wins over a configuration, as upstream has it. */
async function secretsFor({ fromConfig, fromPki, bootstrapToken }: Sources, contract: TalosContract | undefined): Promise<SecretsBundle> {
	const { generateSecrets, secretsFromConfig, secretsFromKubernetesPki } = await import('@ichor/machinery/secrets');
	const options = { now: new Date(), ...(contract === undefined ? {} : { contract }) };
	if (fromPki !== '') {
		const readFile = async (path: string) => readPemFile(`${fromPki}/${path}`, 'failed to create secrets bundle');
		return await secretsFromKubernetesPki({ ...options, readFile, bootstrapToken });
	}
	if (fromConfig === '') return await generateSecrets(options);
	const { loadConfig } = await import('@ichor/machinery/config');
	return secretsFromConfig(loadConfig(readInputFile(fromConfig, 'failed to load controlplane config'), { name: fromConfig }));
}
