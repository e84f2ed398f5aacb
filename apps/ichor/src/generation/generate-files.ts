import type { genConfigFlags } from '../cmd/gen-config.ts';
import type { FlagValues } from '../command/flag.ts';
import type { Terminal } from '../command/terminal.ts';
import { makeFolderOf, refuseExisting, writeSecretFile } from '../output/secret-file.ts';
import { planCluster } from './cluster-plan.ts';
import { outputPaths, standardOutput } from './output-paths.ts';

/** Everything that `gen config` is told. */
export type GenerationRequest = FlagValues<typeof genConfigFlags> & {
	readonly name: string;
	readonly endpoint: string;
	readonly force: boolean;
};

/**
 * Generates the files of a cluster and writes those that are wanted. Flags are judged in upstream's order, and files are
 * written one by one: what stands before the one that is refused stays.
 */
export async function generateFiles(request: GenerationRequest, terminal: Terminal): Promise<void> {
	const { checkEndpoint } = await import('@ichor/machinery/generate');
	checkEndpoint(request.endpoint);
	if (request.version !== 'v1alpha1') throw new Error(`unknown config version: ${JSON.stringify(request.version)}`);
	const paths = outputPaths({ types: request.outputTypes, output: request.output, outputDir: request.outputDir });
	const files = await planCluster(request, terminal);
	for (const [type, path] of paths) {
		const content = files[type]();
		if (path === standardOutput) {
			terminal.out(content);
			continue;
		}
		refuseExisting(path, request.force);
		makeFolderOf(path);
		writeSecretFile(path, content);
		terminal.err(`Created ${path}`);
	}
}
