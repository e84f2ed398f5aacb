import { type ParseArgsConfig, parseArgs } from 'node:util';

/**
 * What a program of ours was started with. `--help` prints the usage and ends the program; a flag that it does not have
 * ends it with exit code 2, the flag's name and the usage.
 *
 * @param usage its first line is the command as one types it
 */
export function commandLine<const Options extends NonNullable<ParseArgsConfig['options']>>(
	usage: string,
	options: Options,
): ReturnType<typeof parseArgs<{ readonly options: Options; readonly allowPositionals: true }>> {
	if (process.argv.slice(2).some((word) => word === '--help' || word === '-h')) {
		console.log(usage);
		process.exit(0);
	}
	try {
		return parseArgs({ options, allowPositionals: true });
	} catch (error) {
		// it explains how to write a positional that begins with a dash, which is nobody's intention here
		console.error(`${(error as Error).message.replace(/\. To specify a positional argument.*$/s, '')}\n\nusage: ${usage}`);
		process.exit(2);
	}
}
