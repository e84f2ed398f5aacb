import type { MachineConfig } from '@ichor/machinery/config';

/** What is said in comments beside a configuration. */
export interface ConfigComments {
	readonly withDocs: boolean;
	readonly withExamples: boolean;
}

/** Prints configurations as commands of 1.13 do. Without comments, the words that they are made of are not loaded. */
export async function encoderOf({ withDocs, withExamples }: ConfigComments): Promise<(config: MachineConfig) => string> {
	if (!withDocs && !withExamples) {
		const { encodeConfig } = await import('@ichor/machinery/config');
		return (config) => encodeConfig(config, 'config-1.13');
	}
	const { encodeCommentedConfig } = await import('@ichor/machinery/comments');
	const comments = withDocs && withExamples ? 'all' : withDocs ? 'docs' : 'examples';
	return (config) => encodeCommentedConfig(config, comments);
}
